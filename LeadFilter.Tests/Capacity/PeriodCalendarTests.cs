using System.Globalization;
using LeadFilter.Core.Capacity;

namespace LeadFilter.Tests.Capacity;

/// <summary>The periods of caps, by the clock of a time zone. Times are UTC.</summary>
[TestClass]
public sealed class PeriodCalendarTests
{
    [TestMethod]
    [DataRow("Minute", "2026-07-01T12:34:56Z", "2026-07-01T12:34:00Z", "2026-07-01T12:35:00Z")]
    [DataRow("Hour", "2026-07-01T12:34:56Z", "2026-07-01T12:00:00Z", "2026-07-01T13:00:00Z")]
    [DataRow("Day", "2026-07-02T03:59:59Z", "2026-07-01T04:00:00Z", "2026-07-02T04:00:00Z")]
    [DataRow("Day", "2026-07-02T04:00:00Z", "2026-07-02T04:00:00Z", "2026-07-03T04:00:00Z")]
    [DataRow("Week", "2026-07-06T03:59:59Z", "2026-06-29T04:00:00Z", "2026-07-06T04:00:00Z")]
    [DataRow("Week", "2026-07-06T04:00:00Z", "2026-07-06T04:00:00Z", "2026-07-13T04:00:00Z")]
    [DataRow("Week", "2027-01-01T12:00:00Z", "2026-12-28T05:00:00Z", "2027-01-04T05:00:00Z")]
    [DataRow("Month", "2026-12-31T12:00:00Z", "2026-12-01T05:00:00Z", "2027-01-01T05:00:00Z")]
    [DataRow("Month", "2028-02-29T12:00:00Z", "2028-02-01T05:00:00Z", "2028-03-01T05:00:00Z")]
    public void Period_begins_and_ends_by_the_clock_of_New_York(string period, string at, string start, string end) =>
        AssertSlice("America/New_York", period, at, start, end);

    [TestMethod]
    [DataRow("America/New_York", "2026-03-08T12:00:00Z", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z")]
    [DataRow("America/New_York", "2026-11-01T12:00:00Z", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z")]
    [DataRow("Europe/Berlin", "2026-03-29T12:00:00Z", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")]
    [DataRow("Europe/Berlin", "2026-10-25T12:00:00Z", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")]
    [DataRow("Australia/Lord_Howe", "2026-04-05T01:00:00Z", "2026-04-04T13:00:00Z", "2026-04-05T13:30:00Z")]
    [DataRow("Australia/Lord_Howe", "2026-10-04T01:00:00Z", "2026-10-03T13:30:00Z", "2026-10-04T13:00:00Z")]
    public void Day_of_a_change_of_the_clock_is_shorter_or_longer(string zone, string at, string start, string end) =>
        AssertSlice(zone, "Day", at, start, end);

    [TestMethod]
    [DataRow("America/New_York", "2026-03-08T06:59:59Z", "2026-03-08T06:00:00Z", "2026-03-08T07:00:00Z")]
    [DataRow("America/New_York", "2026-03-08T07:00:00Z", "2026-03-08T07:00:00Z", "2026-03-08T08:00:00Z")]
    [DataRow("Europe/Berlin", "2026-03-29T01:30:00Z", "2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z")]
    public void Hour_that_the_clock_skips_is_none(string zone, string at, string start, string end) => AssertSlice(zone, "Hour", at, start, end);

    [TestMethod]
    [DataRow("America/New_York", "2026-11-01T05:30:00Z", "2026-11-01T05:00:00Z", "2026-11-01T06:00:00Z")]
    [DataRow("America/New_York", "2026-11-01T06:30:00Z", "2026-11-01T06:00:00Z", "2026-11-01T07:00:00Z")]
    [DataRow("Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z")]
    [DataRow("Europe/Berlin", "2026-10-25T01:30:00Z", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z")]
    public void Hour_that_the_clock_shows_twice_is_two(string zone, string at, string start, string end) => AssertSlice(zone, "Hour", at, start, end);

    // Lord Howe Island puts its clock back from 2:00 to 1:30 and forward from 2:00 to 2:30.
    [TestMethod]
    [DataRow("2026-04-04T14:30:00Z", "2026-04-04T14:00:00Z", "2026-04-04T15:00:00Z")]
    [DataRow("2026-04-04T15:10:00Z", "2026-04-04T15:00:00Z", "2026-04-04T15:30:00Z")]
    [DataRow("2026-04-04T15:30:00Z", "2026-04-04T15:30:00Z", "2026-04-04T16:30:00Z")]
    [DataRow("2026-10-03T15:10:00Z", "2026-10-03T14:30:00Z", "2026-10-03T15:30:00Z")]
    [DataRow("2026-10-03T15:40:00Z", "2026-10-03T15:30:00Z", "2026-10-03T16:00:00Z")]
    public void Half_an_hour_that_the_clock_shows_twice_or_skips_makes_an_hour_of_thirty_minutes(string at, string start, string end) =>
        AssertSlice("Australia/Lord_Howe", "Hour", at, start, end);

    [TestMethod]
    [DataRow("America/Havana", "2026-03-08T12:00:00Z", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z")]
    [DataRow("America/Havana", "2026-11-01T12:00:00Z", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z")]
    public void Day_begins_at_the_change_where_the_clock_skips_midnight_and_at_the_first_of_two(string zone, string at, string start, string end) =>
        AssertSlice(zone, "Day", at, start, end);

    [TestMethod]
    [DataRow("America/New_York")]
    [DataRow("Europe/Berlin")]
    [DataRow("Australia/Lord_Howe")]
    [DataRow("Asia/Kathmandu")]
    [DataRow("America/Havana")]
    public void Periods_follow_each_other_without_gap_or_overlap_and_hold_their_moment(string zoneName)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
        foreach (var period in Enum.GetValues<CapPeriod>().Skip(1))
        {
            var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
            var slice = PeriodCalendar.SliceOf(period, at, zone);
            while (slice.Start.Year <= 2026)
            {
                var last = PeriodCalendar.SliceOf(period, slice.End.AddTicks(-1), zone);
                var next = PeriodCalendar.SliceOf(period, slice.End, zone);
                Assert.AreEqual(slice, last, $"{period}");
                Assert.AreEqual(slice.End, next.Start, $"{period}");
                Assert.IsGreaterThan(next.Start, next.End);
                slice = next;
            }
        }
    }

    private static void AssertSlice(string zone, string period, string at, string start, string end)
    {
        var slice = PeriodCalendar.SliceOf(Enum.Parse<CapPeriod>(period), Time(at), TimeZoneInfo.FindSystemTimeZoneById(zone));
        Assert.AreEqual(new TimeSlice(Time(start), Time(end)), slice);
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
