using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Times;

namespace LeadFilter.Tests.Fields.Times;

[TestClass]
public sealed class DateTypeTests
{
    private static readonly FieldType European = DateType.Instance.In(new() { Dates = DateOrder.DayFirst });

    [TestMethod]
    [DataRow("2026-11-03", "2026-11-03")]
    [DataRow("2026-11-03T23:30:00-05:00", "2026-11-03")]
    [DataRow("2026-11-03T00:00:00.000Z", "2026-11-03")]
    [DataRow("11/3/2026", "2026-11-03")]
    [DataRow("11/3/26", "2026-11-03")]
    [DataRow("11/3/2026 12:00:00 AM", "2026-11-03")]
    [DataRow("11-03-2026", "2026-11-03")]
    [DataRow("31.12.2026", "2026-12-31")]
    [DataRow("11032026", "2026-11-03")]
    [DataRow("20261103", "2026-11-03")]
    [DataRow("Nov 3, 2026", "2026-11-03")]
    [DataRow("3rd Nov 2026", "2026-11-03")]
    [DataRow("Tuesday, 3 November 2026", "2026-11-03")]
    [DataRow("1793695777", "2026-11-03")]
    [DataRow("1793695777123", "2026-11-03")]
    [DataRow("/Date(1793695777123)/", "2026-11-03")]
    [DataRow("２０２６／１１／０３", "2026-11-03")]
    [DataRow("2028-02-29", "2028-02-29")]
    [DataRow("1900-01-01", "1900-01-01")]
    [DataRow("2100-12-31T23:59:59-05:00", "2100-12-31")]
    public void Date_is_the_one_that_is_written(string raw, string canonical) => Assert.AreEqual(canonical, DateType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow("3/11/2026", "2026-11-03")]
    [DataRow("3.11.2026", "2026-11-03")]
    [DataRow("03-11-26", "2026-11-03")]
    [DataRow("31/12/2026", "2026-12-31")]
    [DataRow("03112026", "2026-11-03")]
    [DataRow("2026-11-03", "2026-11-03")]
    [DataRow("12/31/2026", "[month and day the other way round]")]
    public void The_day_comes_first_in_Europe(string raw, string canonical) => Assert.AreEqual(canonical, European.Canonical(raw));

    [TestMethod]
    [DataRow("soon", "not a date")]
    [DataRow("14:05", "not a date")]
    [DataRow("11/3", "not a date")]
    [DataRow("02/31/2026", "no such day")]
    [DataRow("2027-02-29", "no such day")]
    [DataRow("13/13/2026", "no such month")]
    [DataRow("13/12/2026", "month and day the other way round")]
    [DataRow("05.06.2026", "month and day cannot be told apart")]
    [DataRow("11/3/126", "year needs two or four digits")]
    [DataRow("1899-12-31", "not between 1900 and 2100")]
    [DataRow("2101-01-01", "not between 1900 and 2100")]
    [DataRow("2026-11-03 25:00", "no such time")]
    [DataRow("2026-11-03 whenever", "not a time")]
    [DataRow("2026-11-03 08:00 XYZ", "no such time zone")]
    [DataRow("2026-11-03 08:00 IST", "time zone with several meanings")]
    public void What_is_no_date_says_why(string raw, string why) => Assert.AreEqual($"[{why}]", DateType.Instance.Canonical(raw));

    // The lead is received on Tuesday, 2026-11-03 at noon in UTC: at one in the morning of the next day in Auckland.
    [TestMethod]
    [DataRow("UTC", "2026-11-03", "year", "2026")]
    [DataRow("UTC", "2026-11-03", "month", "11")]
    [DataRow("UTC", "2026-11-03", "day", "3")]
    [DataRow("UTC", "2026-11-03", "weekday", "tuesday")]
    [DataRow("Pacific/Auckland", "2026-11-03", "weekday", "tuesday")]
    [DataRow("UTC", "2026-11-03", "age_days", "0")]
    [DataRow("UTC", "2026-10-31", "age_days", "3")]
    [DataRow("UTC", "2026-11-04", "age_days", "-1")]
    [DataRow("Pacific/Auckland", "2026-11-04", "age_days", "0")]
    [DataRow("UTC", "2025-11-04", "age_years", "0")]
    [DataRow("Pacific/Auckland", "2025-11-04", "age_years", "1")]
    [DataRow("UTC", "2026-11-03", "future", "false")]
    [DataRow("UTC", "2026-11-04", "future", "true")]
    [DataRow("Pacific/Auckland", "2026-11-04", "future", "false")]
    public void Parts_are_read(string zone, string raw, string part, string text) =>
        Assert.AreEqual(text, DateType.Instance.In(new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone) }).Part(raw, part));
}
