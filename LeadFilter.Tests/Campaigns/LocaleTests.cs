using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads.Facts;

namespace LeadFilter.Tests.Campaigns;

/// <summary>How a campaign's time zone and its order of dates change what its leads' times say.</summary>
[TestClass]
public sealed class LocaleTests
{
    [TestMethod]
    [DataRow("us", "2026-03-04")]
    [DataRow("eu", "2026-04-03")]
    public void Dates_of_all_fields_are_read_in_the_campaigns_order(string dates, string date)
    {
        var campaign = Loaded(dates, "UTC", """{ "field": "moved_in", "op": "equal", "value": "3/4/2026" }""");

        foreach (var (field, raw) in ((string, string)[])[("dob", "3/4/2026"), ("created_at", "3/4/2026"), ("opt_in_at", "3.4.26 10:00"), ("moved_in", "3-4-2026")])
        {
            Assert.IsTrue(campaign.Layout.TryResolve(field, out var operand));
            var value = operand.Type.Standardize(raw);
            Assert.AreEqual(field == "opt_in_at" && dates == "us" ? "" : date, value.IsValid ? operand.Type.CanonicalText(in value)[..10] : "", field);
        }

        Assert.AreEqual("r", TestLead.Decide(campaign, ("moved_in", date)).Primary?.Ground.Reason.ToString());
        Assert.IsTrue(TestLead.Decide(campaign, ("moved_in", "2026-05-05")).IsAccepted);
    }

    [TestMethod]
    public void The_month_comes_first_where_the_campaign_says_nothing()
    {
        var campaign = TestCampaign.Loaded();
        Assert.IsTrue(campaign.Layout.TryResolve("dob", out var dob));
        var value = dob.Type.Standardize("3/4/1985");

        Assert.AreEqual("1985-03-04", dob.Type.CanonicalText(in value));
    }

    // The campaign buys what people send from nine to five.
    [TestMethod]
    [DataRow("2026-07-03T12:59:59Z", false)]
    [DataRow("2026-07-03T13:00:00Z", true)]
    [DataRow("2026-07-03T21:00:00Z", true)]
    [DataRow("2026-07-03T21:00:01Z", false)]
    [DataRow("2026-01-03T13:59:59Z", false)]
    [DataRow("2026-01-03T14:00:00Z", true)]
    [DataRow("2026-01-03 09:00 EST", true)]
    public void Hours_are_those_of_the_campaigns_time_zone_in_summer_and_winter(string createdAt, bool accepted)
    {
        var campaign = Loaded("us", "America/New_York", """{ "field": "created_at.time", "op": "not between", "values": ["9am", "17:00"] }""");

        Assert.AreEqual(accepted, TestLead.Decide(campaign, ("created_at", createdAt)).IsAccepted);
    }

    [TestMethod]
    [DataRow("2026-07-04T03:59:59Z", false)]
    [DataRow("2026-07-04T04:00:00Z", true)]
    [DataRow("2026-07-05T03:59:59Z", true)]
    [DataRow("2026-07-05T04:00:00Z", false)]
    public void Days_are_those_of_the_campaigns_time_zone(string createdAt, bool rejected)
    {
        var campaign = Loaded("eu", "America/New_York", """{ "field": "created_at.date", "op": "equal", "value": "4/7/2026" }""");

        Assert.AreEqual(rejected, !TestLead.Decide(campaign, ("created_at", createdAt)).IsAccepted);
    }

    [TestMethod]
    public void A_time_without_an_offset_is_UTC_whatever_the_campaigns_time_zone() =>
        Assert.IsFalse(TestLead.Decide(
            Loaded("us", "America/New_York", """{ "field": "created_at", "op": "equal", "value": "2026-07-04T12:00:00Z" }"""),
            ("created_at", "7/4/2026 12:00 PM")).IsAccepted);

    private static Campaign Loaded(string dates, string zone, string condition) => TestCampaign.Loaded(CampaignText.With(
        ("timeZone", $"\"{zone}\", \"dates\": \"{dates}\""),
        ("fields", """{ "moved_in": "date" }"""),
        ("rules", CampaignText.RuleWith(condition))));
}
