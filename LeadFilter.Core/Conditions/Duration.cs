using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;

namespace LeadFilter.Core.Conditions;

/// <summary>
/// A length of time as campaign files write it: <c>90 days</c>, <c>18 years</c>. It has milliseconds or months, not both.
/// </summary>
/// <param name="Milliseconds">Its milliseconds; 0 where it is counted in months.</param>
/// <param name="Months">Its months of the calendar, 12 for a year; 0 where it is counted in milliseconds.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Duration(double Milliseconds, int Months)
{
    /// <summary>The form in words, for messages.</summary>
    public const string Form =
        "a number and seconds, minutes, hours, days or weeks, or a whole number and months or years, such as \"5 minutes\" or \"18 years\"";

    private const int DaysOfMonth = 31;
    private const int DaysOfYear = 366;
    private const int MonthsOfYear = 12;
    private const int MaxMonths = 200 * MonthsOfYear;
    private const double MaxMilliseconds = 200d * DaysOfYear * 86_400_000;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    /// <summary>
    /// The length where it must not depend on the calendar: a year counts as 366 days and a month as 31, so that it never ends early.
    /// </summary>
    public TimeSpan AtLongest => Months == 0
        ? TimeSpan.FromMilliseconds(Milliseconds)
        : TimeSpan.FromDays((Months / MonthsOfYear * DaysOfYear) + (Months % MonthsOfYear * DaysOfMonth));

    /// <summary>Reads a length of time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="duration">The length: more than 0, at most 200 years.</param>
    public static bool TryParse(string text, out Duration duration)
    {
        duration = default;
        var trimmed = text.AsSpan().Trim();
        var end = trimmed.IndexOfAnyExcept(Digits);
        if (end <= 0 || !double.TryParse(trimmed[..end], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count))
        {
            return false;
        }

        var unit = trimmed[end..].Trim();
        unit = unit is [.., 's' or 'S'] ? unit[..^1] : unit;
        if (MonthsOf(unit) is > 0 and var months)
        {
            if (trimmed[..end].Contains('.') || count is not (> 0 and <= MaxMonths) || count * months > MaxMonths)
            {
                return false;
            }

            duration = new(0, (int)count * months);
            return true;
        }

        duration = new(count * MillisecondsOf(unit), 0);
        return duration.Milliseconds is > 0 and <= MaxMilliseconds;
    }

    private static int MonthsOf(ReadOnlySpan<char> word) =>
        word.Equals("month", StringComparison.OrdinalIgnoreCase) ? 1
        : word.Equals("year", StringComparison.OrdinalIgnoreCase) ? MonthsOfYear
        : 0;

    private static double MillisecondsOf(ReadOnlySpan<char> word)
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
