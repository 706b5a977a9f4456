namespace LeadFilter.Core.Calendars;

/// <summary>
/// Counts business days: all but Saturdays, Sundays and the days on which <see cref="FederalHolidays"/> are observed. The day in which a
/// moment lies does not count; the next business day is the first.
/// </summary>
public static class BusinessDays
{
    /// <summary>The most days that are counted.</summary>
    public const int Max = 250;

    /// <summary>Whether a day is a business day.</summary>
    /// <param name="day">The day.</param>
    public static bool Is(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !FederalHolidays.IsObservedOn(day);

    /// <summary>The date of the Nth business day after a moment.</summary>
    /// <param name="number">N: 1 to <see cref="Max"/>.</param>
    /// <param name="after">The moment.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <exception cref="ArgumentOutOfRangeException">N is out of its range.</exception>
    public static DateOnly DateOf(int number, DateTimeOffset after, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Max);
        var day = LocalDays.DateOf(after, zone);
        for (var counted = 0; counted < number;)
        {
            day = day.AddDays(1);
            counted += Is(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>The first moment of the Nth business day after a moment.</summary>
    /// <inheritdoc cref="DateOf"/>
    public static DateTimeOffset StartOf(int number, DateTimeOffset after, TimeZoneInfo zone) =>
        LocalDays.StartOf(DateOf(number, after, zone), zone);

    /// <summary>The end of the Nth business day after a moment: the first moment that does not belong to it any more.</summary>
    /// <inheritdoc cref="DateOf"/>
    public static DateTimeOffset EndOf(int number, DateTimeOffset after, TimeZoneInfo zone) =>
        LocalDays.StartOf(DateOf(number, after, zone).AddDays(1), zone);
}
