using System.Globalization;

namespace LeadFilter.Pipeline.Suppression;

/// <summary>
/// The last day on which an entry counts, in UTC. Whole days only, so that an import that is repeated on the same day
/// changes nothing.
/// </summary>
public static class SuppressionEnd
{
    private const int MaxDays = 36_500;

    /// <summary>The forms in words, for messages.</summary>
    public const string Form = "a number of days such as 365d, or the last day such as 2027-11-26 (UTC)";

    /// <summary>Reads a day such as <c>2027-11-26</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">The moment at which the day is over.</param>
    public static bool TryParseDay(string text, out DateTimeOffset? end)
    {
        var read = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day < DateOnly.MaxValue;
        end = read ? new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) : null;
        return read;
    }

    /// <summary>Reads a day, or a number of days such as <c>365d</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="now">The time from which days count.</param>
    /// <param name="end">The moment at which the last day is over.</param>
    public static bool TryParse(string text, DateTimeOffset now, out DateTimeOffset? end)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text is [.. var digits, 'd'] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && days is >= 1 and <= MaxDays)
        {
            end = new DateTimeOffset(now.UtcDateTime.Date.AddDays(days + 1), TimeSpan.Zero);
            return true;
        }

        return TryParseDay(text, out end);
    }
}
