using LeadFilter.Pipeline.Statements;

namespace LeadFilter.Tests.Statements;

/// <summary>Months by the clock of a time zone.</summary>
[TestClass]
public sealed class StatementMonthTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [TestMethod]
    [DataRow("2026-11", 2026, 11)]
    [DataRow("2000-01", 2000, 1)]
    [DataRow("9998-12", 9998, 12)]
    public void A_month_is_read_and_written_again(string text, int year, int ofYear)
    {
        Assert.IsTrue(StatementMonth.TryParse(text, out var month));
        Assert.AreEqual((year, ofYear, text), (month.Year, month.Month, month.ToString()));
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    [DataRow("2026")]
    [DataRow("2026-1")]
    [DataRow("2026-00")]
    [DataRow("2026-13")]
    [DataRow("2026/11")]
    [DataRow("11-2026")]
    [DataRow("2026-11-01")]
    [DataRow("1999-12")]
    [DataRow("9999-01")]
    [DataRow("+026-11")]
    [DataRow(" 026-11")]
    [DataRow("2026- 1")]
    public void Anything_else_is_not_read(string? text) => Assert.IsFalse(StatementMonth.TryParse(text, out _));

    // Both changes of summer time, the leap day, the turn of a year.
    [TestMethod]
    [DataRow("2026-11", "2026-11-01T04:00:00Z", "2026-12-01T05:00:00Z")]
    [DataRow("2026-03", "2026-03-01T05:00:00Z", "2026-04-01T04:00:00Z")]
    [DataRow("2028-02", "2028-02-01T05:00:00Z", "2028-03-01T05:00:00Z")]
    [DataRow("2026-12", "2026-12-01T05:00:00Z", "2027-01-01T05:00:00Z")]
    public void It_lasts_from_local_midnight_to_local_midnight(string text, string start, string end)
    {
        var slice = MonthOf(text).SliceIn(NewYork);
        Assert.AreEqual((DateTimeOffset.Parse(start), DateTimeOffset.Parse(end)), (slice.Start, slice.End));
    }

    [TestMethod]
    [DataRow("2026-11-01T03:59:59Z", "2026-10")]
    [DataRow("2026-11-01T04:00:00Z", "2026-11")]
    [DataRow("2026-12-01T04:59:59Z", "2026-11")]
    [DataRow("2027-01-01T04:59:59Z", "2026-12")]
    public void A_moment_lies_in_the_month_that_the_local_clock_shows(string at, string month) =>
        Assert.AreEqual(month, StatementMonth.Of(DateTimeOffset.Parse(at), NewYork).ToString());

    [TestMethod]
    public void Before_January_is_December() => Assert.AreEqual("2025-12", MonthOf("2026-01").Previous.ToString());

    private static StatementMonth MonthOf(string text) => StatementMonth.TryParse(text, out var month) ? month : throw new FormatException(text);
}
