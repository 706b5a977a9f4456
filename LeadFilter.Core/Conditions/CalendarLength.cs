namespace LeadFilter.Core.Conditions;

/// <summary>
/// Months by the calendar, counted back from a lead's receipt as the clocks of a time zone show it: from 31 March, one month goes back
/// to the same time on 28 or 29 February.
/// </summary>
/// <param name="Months">How many; from 1.</param>
/// <param name="Zone">The time zone.</param>
public sealed record CalendarLength(int Months, TimeZoneInfo Zone)
{
    private const int MonthsOfYear = 12;

    /// <summary>Where it begins, for points in time.</summary>
    /// <param name="receivedAt">When the lead was received: where it ends.</param>
    /// <returns>Unix milliseconds.</returns>
    internal double InstantBefore(DateTimeOffset receivedAt)
    {
        var clock = ClockBefore(receivedAt);
        return Milliseconds(clock) - Zone.GetUtcOffset(clock).TotalMilliseconds;
    }

    /// <summary>Where it begins, for dates without a time of day, whose number is their midnight in UTC.</summary>
    /// <param name="receivedAt">When the lead was received: where it ends.</param>
    /// <returns>Unix milliseconds of what the clocks showed, as if they were in UTC.</returns>
    internal double DateBefore(DateTimeOffset receivedAt) => Milliseconds(ClockBefore(receivedAt));

    private DateTime ClockBefore(DateTimeOffset receivedAt)
    {
        var shown = DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(receivedAt.UtcDateTime, Zone), DateTimeKind.Unspecified);
        return ((shown.Year - 1) * MonthsOfYear) + shown.Month > Months ? shown.AddMonths(-Months) : DateTime.MinValue;
    }

    private static double Milliseconds(DateTime clock) => (clock.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
}
