using System.Globalization;

namespace LeadFilter.Cli.Commands.Decisions;

/// <summary>A point in time as people write it: <c>2026-11-22</c>, <c>2026-11-22T17:00:00Z</c>, or <c>24h</c> for 24 hours ago.</summary>
internal static class TimeBound
{
    /// <summary>The forms in words, for messages.</summary>
    public const string Form = "a time such as 2026-11-22T17:00:00Z, a day such as 2026-11-22 (UTC), or an age such as 90m, 24h, 7d";

    private const int MaxAgeDigits = 5;
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Reads a point in time.</summary>
    /// <param name="text">The text; without a zone it is UTC.</param>
    /// <param name="now">The time from which an age counts.</param>
    /// <param name="time">The point in time.</param>
    public static bool TryParse(string text, DateTimeOffset now, out DateTimeOffset time)
    {
        if (text.Length is > 1 and <= MaxAgeDigits + 1
            && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && UnitOf(text[^1]) is { } unit)
        {
            time = now - (unit * count);
            return true;
        }

        return DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    private static TimeSpan? UnitOf(char letter) => letter switch
    {
        's' => TimeSpan.FromSeconds(1),
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        _ => null,
    };
}
