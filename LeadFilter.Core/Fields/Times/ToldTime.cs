namespace LeadFilter.Core.Fields.Times;

/// <summary>When something happened, as the buyer's own programs and spreadsheets say it: by the clock on their wall.</summary>
/// <param name="At">The point in time; of a day alone, its midnight.</param>
/// <param name="IsDay">Whether only the day was said.</param>
public readonly record struct ToldTime(DateTimeOffset At, bool IsDay)
{
    /// <summary>Reads a time in any form of a timestamp. Without a zone it is told by the clock of the locale.</summary>
    /// <param name="text">The text.</param>
    /// <param name="locale">The order of dates, and the time zone.</param>
    /// <param name="time">The time.</param>
    /// <returns>Why it is not a time; null if it is one.</returns>
    public static string? Read(string text, Locale locale, out ToldTime time)
    {
        ArgumentNullException.ThrowIfNull(locale);
        time = default;
        var clock = new ClockText(DateCustom.ForEvents(locale.Dates));
        if (MomentText.Read(text, ref clock) is { } unreadable)
        {
            return unreadable;
        }

        if (!clock.SaysZone)
        {
            clock.Zone = locale.TimeZone;
        }

        if (clock.ReadInstant(out var milliseconds) is { } why)
        {
            return why;
        }

        time = new(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), !clock.SaysTime);
        return null;
    }
}
