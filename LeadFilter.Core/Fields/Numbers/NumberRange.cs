using System.Globalization;

namespace LeadFilter.Core.Fields.Numbers;

/// <summary>
/// A range of numbers with one end or two, and its canonical texts: <c>100-150</c>, <c>120</c>, <c>150+</c>, <c>&gt;150</c>,
/// <c>&lt;100</c>, <c>&lt;=100</c>.
/// </summary>
/// <param name="Min">The least; null if there is none.</param>
/// <param name="Max">The most; null if there is none.</param>
/// <param name="IsOpen">Whether the one end does not belong to the range.</param>
internal readonly record struct NumberRange(double? Min, double? Max, bool IsOpen)
{
    /// <summary>The most characters of a canonical text.</summary>
    public const int MaxCharacters = 72;

    // A double has 15 digits that are sure; with them a text reads as itself.
    private const string Plain = "0.###############";
    private const double MaxWhole = 1e15;

    /// <summary>Halfway between the ends; null if there is only one.</summary>
    public double? Middle => Min is { } min && Max is { } max ? (double)(((decimal)min + (decimal)max) / 2) : null;

    /// <summary>Reads a canonical text.</summary>
    /// <param name="text">What <see cref="Write"/> wrote.</param>
    public static NumberRange Parse(ReadOnlySpan<char> text)
    {
        if (text is ['<' or '>', ..])
        {
            var isOpen = text[1] != '=';
            var end = Number(text[(isOpen ? 1 : 2)..]);
            return text[0] == '<' ? new(null, end, isOpen) : new(end, null, isOpen);
        }

        if (text is [.., '+'])
        {
            return new(Number(text[..^1]), null, false);
        }

        var hyphen = text[1..].IndexOf('-') + 1;
        return hyphen == 0 ? new(Number(text), Number(text), false) : new(Number(text[..hyphen]), Number(text[(hyphen + 1)..]), false);
    }

    /// <summary>Writes the canonical text.</summary>
    /// <param name="destination">Room for <see cref="MaxCharacters"/>.</param>
    /// <returns>How many characters were written.</returns>
    public int Write(Span<char> destination)
    {
        var length = 0;
        if (Min is null || (IsOpen && Max is null))
        {
            destination[length++] = Min is null ? '<' : '>';
            if (!IsOpen)
            {
                destination[length++] = '=';
            }
        }

        length += WriteNumber(Min ?? Max!.Value, destination[length..]);
        if (Max is null && !IsOpen)
        {
            destination[length++] = '+';
        }
        else if (Min is { } min && Max is { } max && !min.Equals(max))
        {
            destination[length++] = '-';
            length += WriteNumber(max, destination[length..]);
        }

        return length;
    }

    // Nearly all are whole, and a whole number is written ten times as fast as one.
    private static int WriteNumber(double number, Span<char> destination)
    {
        int length;
        _ = number is >= 1 and < MaxWhole && number == Math.Truncate(number)
            ? ((long)number).TryFormat(destination, out length, default, CultureInfo.InvariantCulture)
            : number.TryFormat(destination, out length, Plain, CultureInfo.InvariantCulture);
        return length;
    }

    private static double Number(ReadOnlySpan<char> text) =>
        double.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
