using LeadFilter.Core.Capacity;

namespace LeadFilter.Core.Returns;

/// <summary>Ends of days by the clock of a campaign's time zone.</summary>
public static class ReturnDeadline
{
    private static readonly TimeSpan Noon = TimeSpan.FromHours(12);

    /// <summary>
    /// The end of a day: the moment from which it is too late. The day on which a moment lies does not count, so that one day
    /// is never less than 23 hours.
    /// </summary>
    /// <param name="from">The moment.</param>
    /// <param name="days">How many days after the one of the moment; 0 for that day itself.</param>
    /// <param name="zone">The time zone.</param>
    public static DateTimeOffset EndOfDay(DateTimeOffset from, int days, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var noon = TimeZoneInfo.ConvertTime(from, zone).Date.AddDays(days) + Noon;
        return PeriodCalendar.SliceOf(CapPeriod.Day, new(noon, zone.GetUtcOffset(noon)), zone).End;
    }
}
