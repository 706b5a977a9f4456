using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Times;

namespace LeadFilter.Tests.Fields.Times;

[TestClass]
public sealed class DobTypeTests
{
    private static readonly FieldType European = DobType.Instance.In(new() { Dates = DateOrder.DayFirst });

    [TestMethod]
    [DataRow("1985-12-31", "1985-12-31")]
    [DataRow("12/31/1985", "1985-12-31")]
    [DataRow("12/31/85", "1985-12-31")]
    [DataRow("12311985", "1985-12-31")]
    [DataRow("19851231", "1985-12-31")]
    [DataRow("31.12.1985", "1985-12-31")]
    [DataRow("31-Dec-85", "1985-12-31")]
    [DataRow("Dec 31, 1985", "1985-12-31")]
    [DataRow("31st of December 1985", "1985-12-31")]
    [DataRow("1985-12-31T00:00:00Z", "1985-12-31")]
    [DataRow("1985-12-31T05:00:00.000Z", "1985-12-31")]
    [DataRow("1/1/00", "2000-01-01")]
    [DataRow("1/1/25", "2025-01-01")]
    [DataRow("1/1/26", "1926-01-01")]
    [DataRow("1/1/45", "1945-01-01")]
    [DataRow("1/1/99", "1999-01-01")]
    [DataRow("1850-01-01", "1850-01-01")]
    [DataRow("0001-01-01T00:00:00", "0001-01-01")]
    [DataRow("2030-01-01", "2030-01-01")]
    [DataRow("9999-12-31", "9999-12-31")]
    public void Date_of_birth_is_read(string raw, string canonical) => Assert.AreEqual(canonical, DobType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow("31/12/1985", "1985-12-31")]
    [DataRow("31/12/85", "1985-12-31")]
    [DataRow("3.4.1985", "1985-04-03")]
    [DataRow("12/31/1985", "[month and day the other way round]")]
    public void The_day_comes_first_in_Europe(string raw, string canonical) => Assert.AreEqual(canonical, European.Canonical(raw));

    [TestMethod]
    [DataRow("1985", "not a date")]
    [DataRow("unknown", "not a date")]
    [DataRow("41", "not a date")]
    [DataRow("12/1985", "not a date")]
    [DataRow("2/30/1985", "no such day")]
    [DataRow("1985-02-29", "no such day")]
    [DataRow("1985-13-01", "no such month")]
    [DataRow("31/12/1985", "month and day the other way round")]
    [DataRow("0000-00-00", "no such year")]
    [DataRow("0000-01-01", "no such year")]
    public void What_is_no_date_says_why(string raw, string why) => Assert.AreEqual($"[{why}]", DobType.Instance.Canonical(raw));

    // The lead is received on 2026-11-03 at noon in UTC.
    [TestMethod]
    [DataRow("1985-11-03", "age", "41")]
    [DataRow("1985-11-04", "age", "40")]
    [DataRow("1985-11-04", "age_years", "40")]
    [DataRow("2008-11-03", "adult", "true")]
    [DataRow("2008-11-04", "adult", "false")]
    [DataRow("2026-11-03", "age", "0")]
    [DataRow("2026-11-03", "future", "false")]
    [DataRow("2026-11-04", "future", "true")]
    [DataRow("2026-11-04", "age", "-1")]
    [DataRow("2026-11-04", "adult", "false")]
    [DataRow("2026-11-04", "impossible", "false")]
    [DataRow("1906-01-01", "impossible", "false")]
    [DataRow("1905-11-04", "age", "120")]
    [DataRow("1905-11-04", "impossible", "false")]
    [DataRow("1905-11-03", "impossible", "true")]
    [DataRow("1899-12-31", "impossible", "true")]
    [DataRow("0001-01-01", "impossible", "true")]
    [DataRow("1850-06-01", "age", "176")]
    [DataRow("1985-12-31", "year", "1985")]
    [DataRow("1985-12-31", "month", "12")]
    [DataRow("1985-12-31", "day", "31")]
    public void Parts_are_read(string raw, string part, string text) => Assert.AreEqual(text, DobType.Instance.Part(raw, part));

    [TestMethod]
    [DataRow("2026-02-28", 17)]
    [DataRow("2026-03-01", 18)]
    [DataRow("2027-02-28", 18)]
    [DataRow("2027-03-01", 19)]
    [DataRow("2028-02-28", 19)]
    [DataRow("2028-02-29", 20)]
    [DataRow("2028-03-01", 20)]
    public void Who_was_born_on_29_February_is_a_year_older_on_1_March_in_other_years(string day, int age)
    {
        var born = DobType.Instance.Standardize("2008-02-29");

        Assert.AreEqual(age, Age(DobType.Instance, born, DateTimeOffset.Parse($"{day}T12:00Z", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [TestMethod]
    [DataRow("America/New_York", "2026-11-03T04:59:59Z", 17)]
    [DataRow("America/New_York", "2026-11-03T05:00:00Z", 18)]
    [DataRow("Europe/Berlin", "2026-11-02T22:59:59Z", 17)]
    [DataRow("Europe/Berlin", "2026-11-02T23:00:00Z", 18)]
    public void A_birthday_begins_at_midnight_in_the_zone_of_the_locale(string zone, string receivedAt, int age)
    {
        var type = DobType.Instance.In(new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone) });

        Assert.AreEqual(age, Age(type, type.Standardize("2008-11-03"), DateTimeOffset.Parse(receivedAt, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [TestMethod]
    [DataRow("America/Los_Angeles")]
    [DataRow("Pacific/Auckland")]
    public void The_ends_of_time_do_no_harm_in_any_zone(string zone)
    {
        var type = DobType.Instance.In(new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone) });

        Assert.AreEqual(9998, Age(type, type.Standardize("0001-01-01"), DateTimeOffset.MaxValue));
        Assert.AreEqual(-9999, Age(type, type.Standardize("9999-12-31"), DateTimeOffset.MinValue));
    }

    private static double Age(FieldType type, FieldValue born, DateTimeOffset receivedAt) =>
        type.Parts.Single(part => part.Name == "age").Read(in born, receivedAt).Number;
}
