using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace LeadFilter.Core.Leads;

/// <summary>A draw of lots: gives each person, or each lead, a number from 0 to less than <see cref="Whole"/> by chance.</summary>
/// <param name="Unit">Who draws.</param>
/// <param name="Name">
/// Draws of other names are independent of it; null for the draw without a name, which every campaign has for itself.
/// </param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Draw(DrawUnit Unit, string? Name)
{
    /// <summary>All draws are less than this, so that a share in percent holds those that drew less than it.</summary>
    public const int Whole = 100;

    private const string Prefix = "share.";
    private const string PersonWord = "person";
    private const string LeadWord = "lead";

    /// <summary>The words for units in campaign files.</summary>
    public static IReadOnlyList<string> UnitWords { get; } = [PersonWord, LeadWord];

    /// <summary>The unit of one of <see cref="UnitWords"/>.</summary>
    /// <param name="word">The word.</param>
    public static DrawUnit UnitOf(string word) => word == LeadWord ? DrawUnit.Lead : DrawUnit.Person;

    /// <summary>Its name among facts: <c>share.person</c>, <c>share.lead</c>, <c>share.person.NAME</c>.</summary>
    public string Path => $"{Prefix}{(Unit == DrawUnit.Lead ? LeadWord : PersonWord)}{(Name is null ? "" : $".{Name}")}";

    /// <summary>Finds the draw of a name.</summary>
    /// <param name="draws">The draws.</param>
    /// <param name="path">The name, as <see cref="Path"/> writes it, in any case.</param>
    /// <param name="draw">The draw.</param>
    public static bool TryFind(IEnumerable<Draw> draws, string path, [NotNullWhen(true)] out Draw? draw)
    {
        ArgumentNullException.ThrowIfNull(draws);
        foreach (var one in draws)
        {
            if (one.Path.Equals(path, StringComparison.OrdinalIgnoreCase))
            {
                draw = one;
                return true;
            }
        }

        draw = null;
        return false;
    }

    /// <summary>Whether a number can be drawn.</summary>
    /// <param name="number">The number.</param>
    public static bool IsPossible(double number) => number is >= 0 and < Whole;
}
