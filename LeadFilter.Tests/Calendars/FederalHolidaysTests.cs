using LeadFilter.Core.Calendars;

namespace LeadFilter.Tests.Calendars;

/// <summary>Compared with the days off that the Office of Personnel Management publishes, and with the calendar beyond them.</summary>
[TestClass]
public sealed class FederalHolidaysTests
{
    [TestMethod]
    [DataRow(2024, "01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25")]
    [DataRow(2025, "01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25")]
    [DataRow(2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25")]
    [DataRow(2027, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31")]
    [DataRow(2028, "01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25")]
    [DataRow(2029, "01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25")]
    [DataRow(2030, "01-01 01-21 02-18 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25")]
    [DataRow(2031, "01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25")]
    [DataRow(2032, "01-01 01-19 02-16 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31")]
    [DataRow(2033, "01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26")]
    [DataRow(2034, "01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25")]
    [DataRow(2035, "01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25")]
    public void The_days_off_of_a_year_are_those_of_the_table(int year, string days)
    {
        var first = new DateOnly(year, 1, 1);

        var observed = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(first.AddDays).Where(FederalHolidays.IsObservedOn);

        Assert.AreEqual(days, string.Join(' ', observed.Select(static day => $"{day:MM-dd}")));
    }

    [TestMethod]
    [DataRow(2020, 10, "")]
    [DataRow(2021, 11, "06-18")]
    [DataRow(2022, 11, "06-20")]
    public void Juneteenth_is_a_holiday_since_2021(int year, int holidays, string observed)
    {
        var all = FederalHolidays.Of(year);

        Assert.HasCount(holidays, all);
        Assert.AreEqual(observed, string.Join(' ', all.Where(static one => one.Date is { Month: 6 }).Select(static one => $"{one.Observed:MM-dd}")));
    }

    [TestMethod]
    [DataRow(2029)]
    [DataRow(2033)]
    public void Inauguration_Day_is_no_holiday_of_the_whole_country(int year) => Assert.IsFalse(FederalHolidays.IsObservedOn(new(year, 1, 20)));

    [TestMethod]
    public void No_holiday_is_observed_on_a_weekend_or_twice()
    {
        for (var year = 1986; year < 2200; year++)
        {
            var days = FederalHolidays.Of(year).Select(static one => one.Observed).ToList();
            Assert.IsEmpty(days.Where(static day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday), $"{year}");
            Assert.HasCount(days.Count, days.Distinct(), $"{year}");
            CollectionAssert.AreEqual(days.Order().ToList(), days, $"{year}");
        }
    }
}
