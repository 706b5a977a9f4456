using LeadFilter.Core.Decisions;
using LeadFilter.Core.Returns;

namespace LeadFilter.Tests.Returns;

/// <summary>When returns open and close, by the clock of the campaign.</summary>
[TestClass]
public sealed class ReturnDeadlineTests
{
    [TestMethod]
    [DataRow("2026-11-10T15:00:00Z", 7, "2026-11-18T05:00:00Z", DisplayName = "the end of the 7th day")]
    [DataRow("2026-11-10T05:00:00Z", 7, "2026-11-18T05:00:00Z", DisplayName = "the first moment of the day of purchase")]
    [DataRow("2026-11-11T04:59:59Z", 7, "2026-11-18T05:00:00Z", DisplayName = "the last moment of the day of purchase")]
    [DataRow("2026-10-31T15:00:00Z", 1, "2026-11-02T05:00:00Z", DisplayName = "the clock is put back: a day of 25 hours")]
    [DataRow("2026-10-30T15:00:00Z", 3, "2026-11-03T05:00:00Z", DisplayName = "across the clock put back")]
    [DataRow("2027-03-13T15:00:00Z", 1, "2027-03-15T04:00:00Z", DisplayName = "the clock is put forward: a day of 23 hours")]
    [DataRow("2027-03-14T06:30:00Z", 0, "2027-03-15T04:00:00Z", DisplayName = "half an hour before the clock is put forward")]
    [DataRow("2026-11-30T15:00:00Z", 1, "2026-12-02T05:00:00Z", DisplayName = "over the end of a month")]
    [DataRow("2026-12-31T15:00:00Z", 1, "2027-01-02T05:00:00Z", DisplayName = "over the end of a year")]
    [DataRow("2028-02-28T15:00:00Z", 1, "2028-03-01T05:00:00Z", DisplayName = "to a leap day")]
    [DataRow("2028-02-28T15:00:00Z", 2, "2028-03-02T05:00:00Z", DisplayName = "over a leap day")]
    [DataRow("2027-02-28T15:00:00Z", 1, "2027-03-02T05:00:00Z", DisplayName = "a year without one")]
    public void A_window_ends_with_a_day_of_the_campaign_s_clock(string bought, int days, string closes)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

        Assert.AreEqual(At(closes), ReturnDeadline.EndOfDay(At(bought), days, zone));
    }

    [TestMethod]
    public void A_day_whose_midnight_the_clock_skips_ends_where_the_next_one_begins()
    {
        // In Beirut the clocks went from 00:00 to 01:00 on 2026-03-29.
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Beirut");

        Assert.AreEqual(At("2026-03-28T22:00:00Z"), ReturnDeadline.EndOfDay(At("2026-03-27T12:00:00Z"), 1, zone));
    }

    [TestMethod]
    public void Returns_open_after_as_many_hours_as_are_agreed() =>
        Assert.AreEqual(At("2026-11-01T06:30:00Z"), Terms().Opens(At("2026-10-31T06:30:00Z")));

    [TestMethod]
    [DataRow(0, 0)]
    [DataRow(9, 0)]
    [DataRow(10, 1)]
    [DataRow(19, 1)]
    [DataRow(1000, 100)]
    public void A_share_is_rounded_down_to_whole_leads(int sold, int most) => Assert.AreEqual(most, Terms().MostOf(sold));

    [TestMethod]
    public void Without_a_share_all_leads_may_be_handed_back() => Assert.IsNull((Terms() with { MaxShare = null }).MostOf(3));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static ReturnTerms Terms() => new()
    {
        WindowDays = 7,
        EarliestHours = 24,
        Reasons = new Dictionary<ReasonCode, string>(),
        MaxShare = 10,
        AnswerDays = 3,
        Silence = ReturnSilence.Accept,
    };
}
