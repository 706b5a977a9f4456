using LeadFilter.Core.Fields.Times;

namespace LeadFilter.Tests.Fields.Times;

[TestClass]
public sealed class WeekdayTypeTests
{
    [TestMethod]
    [DataRow("monday", "monday")]
    [DataRow(" Mon ", "monday")]
    [DataRow("TUESDAY", "tuesday")]
    [DataRow("wed", "wednesday")]
    [DataRow("sunday", "sunday")]
    [DataRow("mo", "[not a day of the week]")]
    [DataRow("1", "[not a day of the week]")]
    public void Days_are_read_by_their_English_names(string raw, string canonical) => Assert.AreEqual(canonical, WeekdayType.Instance.Canonical(raw));

    [TestMethod]
    public void A_week_runs_from_monday_to_sunday() => CollectionAssert.AreEqual(
        new[] { 7, 1, 2, 3, 4, 5, 6 },
        Enum.GetValues<DayOfWeek>().Select(WeekdayType.NumberOf).ToArray());
}
