namespace LeadFilter.Core.Capacity;

/// <summary>Finds the minute, hour, day, week or month of a time zone in which a moment lies.</summary>
public static class PeriodCalendar
{
    /// <summary>No zone is farther from UTC than this; see <see cref="TimeZoneInfo.BaseUtcOffset"/>.</summary>
    private static readonly TimeSpan MaxOffset = TimeSpan.FromHours(14);

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

    private static TimeSlice Days(DateTime first, DateTime next, TimeZoneInfo zone) => new(StartOf(first, zone), StartOf(next, zone));

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
            start = FirstWhere(moment => zone.GetUtcOffset(moment) == offset, start, at.ToUniversalTime());
        }

        return zone.GetUtcOffset(end.AddTicks(-1)) == offset
            ? new(start, end)
            : new(start, FirstWhere(moment => zone.GetUtcOffset(moment) != offset, at.ToUniversalTime(), end));
    }

    /// <summary>The first moment of a local date. Where the clock skips midnight, it is the moment of the change.</summary>
    private static DateTimeOffset StartOf(DateTime midnight, TimeZoneInfo zone)
    {
        var asUtc = new DateTimeOffset(midnight, TimeSpan.Zero);
        if (zone.IsInvalidTime(midnight))
        {
            return FirstWhere(
                moment => moment.Ticks + zone.GetUtcOffset(moment).Ticks >= midnight.Ticks,
                asUtc - MaxOffset - TimeSpan.FromHours(1),
                asUtc + MaxOffset);
        }

        // Of a midnight that the clock shows twice, the first: the one with the larger offset.
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return asUtc - offset;
    }

    /// <summary>The first moment at which something holds that does not hold before it and holds from then on.</summary>
    private static DateTimeOffset FirstWhere(Func<DateTimeOffset, bool> holds, DateTimeOffset from, DateTimeOffset to)
    {
        var (before, after) = (from.UtcTicks, to.UtcTicks);
        while (after - before > 1)
        {
            var middle = before + ((after - before) / 2);
            (before, after) = holds(new(middle, TimeSpan.Zero)) ? (before, middle) : (middle, after);
        }

        return new(after, TimeSpan.Zero);
    }
}
