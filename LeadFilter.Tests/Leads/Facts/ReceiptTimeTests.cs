using LeadFilter.Core.Conditions;
using LeadFilter.Core.Leads;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Leads.Facts;

/// <summary>The time of receipt in conditions of a campaign in New York.</summary>
[TestClass]
public sealed class ReceiptTimeTests
{
    // 22:30 on Thursday, 1 January 2026 in New York.
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 30, 0, TimeSpan.Zero);

    [TestMethod]
    [DataRow("""{ "field": "received_at.hour", "op": "equal", "value": 22 }""", true)]
    [DataRow("""{ "field": "Received_At.Hour", "op": ">", "value": 22 }""", false)]
    [DataRow("""{ "field": "received_at.weekday", "op": "in", "values": ["thursday"] }""", true)]
    [DataRow("""{ "field": "received_at.weekday", "op": "equal", "value": "friday" }""", false)]
    [DataRow("""{ "field": "received_at.date", "op": "equal", "value": "2026-01-01" }""", true)]
    [DataRow("""{ "field": "received_at.time", "op": "between", "values": ["22:00", "06:00"] }""", true)]
    [DataRow("""{ "field": "received_at", "op": ">", "value": "2026-01-02T03:29:59Z" }""", true)]
    [DataRow("""{ "field": "received_at", "op": ">", "other": "created_at" }""", true)]
    [DataRow("""{ "field": "received_at", "is": "valid" }""", true)]
    public void It_is_read_by_the_campaigns_clock(string condition, bool matches)
    {
        var campaign = TestCampaign.Loaded(CampaignText.WithCondition(condition));
        Assert.AreEqual(matches ? Truth.Match : Truth.NoMatch, Result(campaign.Layout, campaign.PolicyWithoutContract, ("created_at", "2026-01-01")));
    }

    [TestMethod]
    public void A_field_of_the_campaign_takes_precedence()
    {
        var campaign = TestCampaign.Loaded(CampaignText.With(
            ("fields", """{ "received_at": "string" }"""),
            ("rules", CampaignText.RuleWith("""{ "field": "received_at", "op": "equal", "value": "yesterday" }"""))));
        Assert.AreEqual(Truth.Match, Result(campaign.Layout, campaign.PolicyWithoutContract, ("received_at", "yesterday")));
    }

    [TestMethod]
    [DataRow("received_at.hours", "there is no field 'received_at.hours'. Write 'received_at.hour' if you meant that")]
    [DataRow("received_at.age_days", "there is no field 'received_at.age_days'.")]
    [DataRow("receivd_at", "there is no field 'receivd_at'. Write 'received_at' if you meant that")]
    public void Its_name_is_suggested(string path, string message) => Assert.Contains(
        message, CampaignText.Mistakes(CampaignText.WithCondition($$"""{ "field": "{{path}}", "is": "valid" }""")), StringComparison.Ordinal);

    [TestMethod]
    public void Vendors_cannot_send_it() =>
        Assert.AreEqual(AddResult.Ignored, new LeadDraft(TestCampaign.Loaded().Layout).Add("received_at", "2020-01-01T00:00:00Z"));

    private static Truth Result(FieldLayout layout, LeadFilter.Core.Rules.Policy policy, (string Name, string Raw) field)
    {
        var draft = new LeadDraft(layout);
        draft.Add(field.Name, field.Raw);
        return policy.Explain(draft.ToLead(At)).Rules[0].Result;
    }
}
