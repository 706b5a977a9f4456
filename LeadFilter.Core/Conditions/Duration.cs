using System.Buffers;
using System.Globalization;

namespace LeadFilter.Core.Conditions;

/// <summary>Lengths of time as campaign files write them: <c>90 days</c>.</summary>
internal static class Duration
{
    /// <summary>The form in words, for messages.</summary>
    public const string Form =
        "a number and seconds, minutes, hours, days or weeks, such as \"5 minutes\"; for years and their like there are parts such as "
            + "age_years";

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    private const double Max = 200d * 366 * 86_400_000;

    /// <summary>Reads a length of time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="milliseconds">Its milliseconds: more than 0, at most 200 years.</param>
    public static bool TryParse(string text, out double milliseconds)
    {
        milliseconds = 0;
        var trimmed = text.AsSpan().Trim();
        var end = trimmed.IndexOfAnyExcept(Digits);
        if (end <= 0 || !double.TryParse(trimmed[..end], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count))
        {
            return false;
        }

        var unit = trimmed[end..].Trim();
        milliseconds = count * UnitOf(unit is [.., 's' or 'S'] ? unit[..^1] : unit);
        return milliseconds is > 0 and <= Max;
    }

    private static double UnitOf(ReadOnlySpan<char> word)
    {
        foreach (var (name, milliseconds) in (ReadOnlySpan<(string, double)>)[
            ("second", 1000), ("minute", 60_000), ("hour", 3_600_000), ("day", 86_400_000), ("week", 604_800_000)
        ])
        {
            if (word.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return milliseconds;
            }
        }

        return 0;
    }
}
