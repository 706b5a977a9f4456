using System.Globalization;
using LeadFilter.Core.Calendars;

namespace LeadFilter.Tests.Calendars;

[TestClass]
public sealed class BusinessDaysTests
{
    private const string NewYork = "America/New_York";

    [TestMethod]
    [DataRow("2026-03-02T12:00:00-05:00", 1, "2026-03-04T00:00:00-05:00", DisplayName = "the next day")]
    [DataRow("2026-03-06T12:00:00-05:00", 1, "2026-03-10T00:00:00-04:00", DisplayName = "over the change to summer time")]
    [DataRow("2026-03-07T12:00:00-05:00", 1, "2026-03-10T00:00:00-04:00", DisplayName = "received on a Saturday")]
    [DataRow("2026-03-08T03:30:00-04:00", 1, "2026-03-10T00:00:00-04:00", DisplayName = "received on the day of the change")]
    [DataRow("2026-10-30T12:00:00-04:00", 1, "2026-11-03T00:00:00-05:00", DisplayName = "over the change to standard time")]
    [DataRow("2026-11-01T01:30:00-04:00", 1, "2026-11-03T00:00:00-05:00", DisplayName = "received in the hour that comes twice")]
    [DataRow("2026-11-01T01:30:00-05:00", 1, "2026-11-03T00:00:00-05:00", DisplayName = "received in that hour's second time")]
    [DataRow("2026-11-16T12:00:00-05:00", 10, "2026-12-02T00:00:00-05:00", DisplayName = "ten days over Thanksgiving")]
    [DataRow("2026-12-22T12:00:00-05:00", 10, "2027-01-08T00:00:00-05:00", DisplayName = "ten days over Christmas and New Year")]
    [DataRow("2026-06-22T12:00:00-04:00", 10, "2026-07-08T00:00:00-04:00", DisplayName = "July 4 on a Saturday")]
    [DataRow("2027-07-01T12:00:00-04:00", 2, "2027-07-07T00:00:00-04:00", DisplayName = "July 4 on a Sunday")]
    [DataRow("2027-12-30T12:00:00-05:00", 1, "2028-01-04T00:00:00-05:00", DisplayName = "January 1 on a Saturday")]
    [DataRow("2033-12-30T12:00:00-05:00", 1, "2034-01-04T00:00:00-05:00", DisplayName = "January 1 on a Sunday")]
    [DataRow("2028-12-29T12:00:00-05:00", 1, "2029-01-03T00:00:00-05:00", DisplayName = "December 31 on a Sunday")]
    [DataRow("2028-02-28T12:00:00-05:00", 1, "2028-03-01T00:00:00-05:00", DisplayName = "the leap day is a business day")]
    [DataRow("2028-02-29T12:00:00-05:00", 1, "2028-03-02T00:00:00-05:00", DisplayName = "received on the leap day")]
    [DataRow("2027-02-26T12:00:00-05:00", 1, "2027-03-02T00:00:00-05:00", DisplayName = "the end of February without one")]
    [DataRow("2026-04-30T23:59:59-04:00", 1, "2026-05-02T00:00:00-04:00", DisplayName = "the end of a month")]
    [DataRow("2026-05-01T00:00:00-04:00", 1, "2026-05-05T00:00:00-04:00", DisplayName = "a second later it is the next day, a Friday")]
    [DataRow("2026-05-01T03:59:59Z", 1, "2026-05-02T00:00:00-04:00", DisplayName = "the zone's day counts, not that of UTC")]
    public void The_end_of_the_Nth_business_day_is_the_start_of_the_day_after_it(string after, int number, string end) =>
        Assert.AreEqual(At(end), BusinessDays.EndOf(number, At(after), Zone(NewYork)));

    [TestMethod]
    public void The_time_zone_decides_to_which_day_a_moment_belongs()
    {
        // Monday evening in New York, Tuesday morning in Auckland.
        var after = At("2026-03-02T20:00:00-05:00");

        Assert.AreEqual(new DateOnly(2026, 3, 3), BusinessDays.DateOf(1, after, Zone(NewYork)));
        Assert.AreEqual(new DateOnly(2026, 3, 4), BusinessDays.DateOf(1, after, Zone("Pacific/Auckland")));
    }

    [TestMethod]
    public void A_day_whose_midnight_the_clock_skips_begins_with_the_change()
    {
        // In Cairo the clock goes from 00:00 to 01:00 on April 24, 2026, a Friday.
        Assert.AreEqual(At("2026-04-24T01:00:00+03:00"), BusinessDays.StartOf(1, At("2026-04-23T12:00:00+02:00"), Zone("Africa/Cairo")));
    }

    [TestMethod]
    public void Days_follow_one_another_and_are_business_days()
    {
        var after = At("2024-01-01T12:00:00-05:00");
        var before = LocalDate(after);
        for (var number = 1; number <= BusinessDays.Max; number++)
        {
            var day = BusinessDays.DateOf(number, after, Zone(NewYork));
            Assert.IsTrue(BusinessDays.Is(day));
            Assert.IsFalse(Enumerable.Range(before.DayNumber + 1, day.DayNumber - before.DayNumber - 1).Any(each => BusinessDays.Is(DateOnly.FromDayNumber(each))));
            Assert.IsLessThan(BusinessDays.EndOf(number, after, Zone(NewYork)), BusinessDays.StartOf(number, after, Zone(NewYork)));
            before = day;
        }
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(-1)]
    [DataRow(BusinessDays.Max + 1)]
    public void A_number_out_of_range_is_a_mistake_of_the_program(int number) =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => BusinessDays.DateOf(number, At("2026-01-01T00:00:00Z"), TimeZoneInfo.Utc));

    private static DateOnly LocalDate(DateTimeOffset at) => DateOnly.FromDateTime(at.DateTime);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);
}
