using System.Runtime.InteropServices;

namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>A canonical street taken apart: stretches of its text, default where there is none.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct StreetSplit
{
    private StreetSplit(in StreetLine line, in StreetLayout layout)
    {
        Number = line.PlaceOf(layout.Number);
        Name = line.PlaceOf(layout.Name);
        Before = line.PlaceOf(layout.Before);
        Unit = line.PlaceOf(layout.TrailingUnit);
        LeadingUnit = line.PlaceOf(layout.LeadingUnit);
        MiddleUnit = line.PlaceOf(layout.MiddleUnit);
        Town = line.PlaceOf(layout.Town);
        IsBox = layout.IsBox;
    }

    /// <summary>The house number, or the box's.</summary>
    public Range Number { get; }

    /// <summary>The street's name with its type: Main St.</summary>
    public Range Name { get; }

    /// <summary>The development or building before the number.</summary>
    public Range Before { get; }

    /// <summary>The apartment, suite or unit behind the street: Apt 4B.</summary>
    public Range Unit { get; }

    /// <summary>The one before the number: Flat 2, 10 Downing St.</summary>
    public Range LeadingUnit { get; }

    /// <summary>The one between number and street: 1150 #310 Maple Grove Blvd.</summary>
    public Range MiddleUnit { get; }

    /// <summary>Town, state and ZIP code, if they stand behind the street.</summary>
    public Range Town { get; }

    /// <summary>Whether it is a post office box.</summary>
    public bool IsBox { get; }

    /// <summary>Takes a street apart. Linear.</summary>
    /// <param name="text">The canonical text.</param>
    public static StreetSplit Of(ReadOnlySpan<char> text)
    {
        var line = new StreetLine(text, stackalloc StreetToken[text.Length], stackalloc char[text.Length]);
        return new(in line, StreetLayout.Of(in line));
    }
}
