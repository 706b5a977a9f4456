namespace LeadFilter.Core.Calendars;

/// <summary>Where the days of a time zone begin.</summary>
internal static class LocalDays
{
    /// <summary>No zone is farther from UTC than this; see <see cref="TimeZoneInfo.BaseUtcOffset"/>.</summary>
    private static readonly TimeSpan MaxOffset = TimeSpan.FromHours(14);

    /// <summary>The date that a zone's calendar shows at a moment.</summary>
    public static DateOnly DateOf(DateTimeOffset at, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>The first moment of a local date. Where the clock skips midnight, it is the moment of the change.</summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
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
    public static DateTimeOffset FirstWhere(Func<DateTimeOffset, bool> holds, DateTimeOffset from, DateTimeOffset to)
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
