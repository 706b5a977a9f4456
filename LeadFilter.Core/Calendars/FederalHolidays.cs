namespace LeadFilter.Core.Calendars;

/// <summary>
/// The federal holidays of the United States, computed: 5 U.S.C. 6103(a). One on a Saturday is observed on the Friday before, 6103(b); one
/// on a Sunday on the Monday after, Executive Order 11582. Inauguration Day is not among them: 6103(c) makes it a holiday in and around
/// Washington only. They are right from 1986 on.
/// </summary>
public static class FederalHolidays
{
    /// <summary>Juneteenth is a holiday since Public Law 117-17 of June 17, 2021.</summary>
    private const int FirstJuneteenth = 2021;

    /// <summary>The holidays of a year by their dates. New Year's Day of a year may be observed in the year before.</summary>
    /// <param name="year">The year, from 1986 to 9998.</param>
    public static IReadOnlyList<FederalHoliday> Of(int year) =>
    [
        Fixed("New Year's Day", new(year, 1, 1)),
        OnMonday("Birthday of Martin Luther King, Jr.", year, 1, 3),
        OnMonday("Washington's Birthday", year, 2, 3),
        LastMondayOfMay(year),
        .. year < FirstJuneteenth ? Array.Empty<FederalHoliday>()
            : [Fixed("Juneteenth National Independence Day", new(year, 6, 19))],
        Fixed("Independence Day", new(year, 7, 4)),
        OnMonday("Labor Day", year, 9, 1),
        OnMonday("Columbus Day", year, 10, 2),
        Fixed("Veterans Day", new(year, 11, 11)),
        On("Thanksgiving Day", Nth(year, 11, DayOfWeek.Thursday, 4)),
        Fixed("Christmas Day", new(year, 12, 25)),
    ];

    /// <summary>Whether a holiday is observed on a day.</summary>
    /// <param name="day">The day.</param>
    public static bool IsObservedOn(DateOnly day) =>
        Of(day.Year).Any(holiday => holiday.Observed == day) || (day is { Month: 12, Day: 31 } && day.DayOfWeek == DayOfWeek.Friday);

    private static FederalHoliday Fixed(string name, DateOnly date) => new(
        name,
        date,
        date.DayOfWeek switch
        {
            DayOfWeek.Saturday => date.AddDays(-1),
            DayOfWeek.Sunday => date.AddDays(1),
            _ => date,
        });

    private static FederalHoliday OnMonday(string name, int year, int month, int number) =>
        On(name, Nth(year, month, DayOfWeek.Monday, number));

    private static FederalHoliday LastMondayOfMay(int year)
    {
        var last = new DateOnly(year, 5, 31);
        return On("Memorial Day", last.AddDays(-(((int)last.DayOfWeek + 6) % 7)));
    }

    private static FederalHoliday On(string name, DateOnly date) => new(name, date, date);

    private static DateOnly Nth(int year, int month, DayOfWeek weekday, int number)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((((int)weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (number - 1)));
    }
}
