using LeadFilter.Core.Calendars;

namespace LeadFilter.Core.Capacity;

/// <summary>Finds the minute, hour, day, week or month of a time zone in which a moment lies.</summary>
public static class PeriodCalendar
{
    /// <summary>The period in which a moment lies.</summary>
    /// <param name="period">The kind of period.</param>
    /// <param name="at">The moment.</param>
    /// <param name="zone">The time zone.</param>
    public static TimeSlice SliceOf(CapPeriod period, DateTimeOffset at, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var today = TimeZoneInfo.ConvertTime(at, zone).Date;
        return period switch
        {
            CapPeriod.Minute => ClockSlice(TimeSpan.TicksPerMinute, at, zone),
            CapPeriod.Hour => ClockSlice(TimeSpan.TicksPerHour, at, zone),
            CapPeriod.Day => Days(today, today.AddDays(1), zone),
            CapPeriod.Week => Days(MondayOf(today), MondayOf(today).AddDays(7), zone),
            _ => Days(new(today.Year, today.Month, 1), new DateTime(today.Year, today.Month, 1).AddMonths(1), zone),
        };
    }

    private static DateTime MondayOf(DateTime day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static TimeSlice Days(DateTime first, DateTime next, TimeZoneInfo zone) => new(
        LocalDays.StartOf(DateOnly.FromDateTime(first), zone), LocalDays.StartOf(DateOnly.FromDateTime(next), zone));

    /// <summary>
    /// The stretch around a moment over which the clock shows the same minute or hour without having been put forward or
    /// back. So the hour before the change and the one after it are two, and where the clock is put back by half an hour
    /// (Lord Howe Island) the second of both lasts half an hour.
    /// </summary>
    private static TimeSlice ClockSlice(long ticks, DateTimeOffset at, TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(at);
        var local = at.UtcTicks + offset.Ticks;
        var start = new DateTimeOffset(local - (local % ticks) - offset.Ticks, TimeSpan.Zero);
        var end = start.AddTicks(ticks);
        if (zone.GetUtcOffset(start) != offset)
        {
            start = LocalDays.FirstWhere(moment => zone.GetUtcOffset(moment) == offset, start, at.ToUniversalTime());
        }

        return zone.GetUtcOffset(end.AddTicks(-1)) == offset
            ? new(start, end)
            : new(start, LocalDays.FirstWhere(moment => zone.GetUtcOffset(moment) != offset, at.ToUniversalTime(), end));
    }
}
