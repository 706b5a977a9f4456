using System.Collections.Frozen;

namespace LeadFilter.Core.Hours;

/// <summary>
/// When leads are bought, by the clock of a time zone. A window that passes midnight belongs to the day on which it begins.
/// </summary>
/// <param name="zone">The time zone.</param>
/// <param name="week">The windows of each day of the week, by <see cref="DayOfWeek"/>.</param>
/// <param name="holidays">The windows of days that are not as others; none for a day that is closed.</param>
public sealed class OpeningHours(TimeZoneInfo zone, IReadOnlyList<TimeWindow[]> week, IReadOnlyDictionary<DateOnly, TimeWindow[]> holidays)
{
    private readonly FrozenDictionary<DateOnly, TimeWindow[]> special = holidays.ToFrozenDictionary();

    /// <summary>The windows of each day of the week, by <see cref="DayOfWeek"/>.</summary>
    public IReadOnlyList<TimeWindow[]> Week => week;

    /// <summary>The windows of days that are not as others.</summary>
    public IReadOnlyDictionary<DateOnly, TimeWindow[]> Holidays => special;

    /// <summary>Whether a moment lies in a window. Where the clock shows an hour twice, both are alike.</summary>
    /// <param name="at">The moment.</param>
    public bool IsOpen(DateTimeOffset at) => IsOpen(at, zone);

    /// <summary>Whether a moment lies in a window by the clock of another time zone.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="clock">The time zone.</param>
    public bool IsOpen(DateTimeOffset at, TimeZoneInfo clock)
    {
        var local = TimeZoneInfo.ConvertTime(at, clock).DateTime;
        var (day, minute) = (DateOnly.FromDateTime(local), (int)local.TimeOfDay.TotalMinutes);
        foreach (var window in WindowsOf(day))
        {
            if (minute >= window.From && (window.PassesMidnight || minute < window.To))
            {
                return true;
            }
        }

        foreach (var window in WindowsOf(day.AddDays(-1)))
        {
            if (window.PassesMidnight && minute < window.To)
            {
                return true;
            }
        }

        return false;
    }

    private TimeWindow[] WindowsOf(DateOnly day) => special.TryGetValue(day, out var windows) ? windows : week[(int)day.DayOfWeek];
}
