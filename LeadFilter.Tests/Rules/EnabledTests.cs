using LeadFilter.Pipeline.Intake;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Intake;

namespace LeadFilter.Tests.Rules;

/// <summary>A campaign that is not enabled buys nothing, from nobody, and is checked like any other.</summary>
[TestClass]
public sealed class EnabledTests
{
    [TestMethod]
    [DataRow("{ }")]
    [DataRow("""{ "rejects": [] }""")]
    [DataRow("""{ "mode": "trial" }""")]
    [DataRow("""{ "paused": true }""")]
    public void No_contract_sells_to_a_campaign_that_is_not_enabled(string contract)
    {
        var campaign = TestCampaign.Loaded(Disabled(("vendors", $$"""{ "acme": {{contract}} }""")));
        var lead = TestLead.Of(campaign, ("email", "ann@example.com"));
        var policy = TestLead.PolicyOf(campaign, "acme");
        Assert.AreEqual(
            ("campaign_paused", "campaign_paused"),
            (policy.Screen(lead).Primary?.Ground.Reason.ToString(), policy.Decide(lead).Primary?.Ground.Reason.ToString()));
    }

    [TestMethod]
    public async Task The_vendor_is_told_and_nothing_is_bought()
    {
        var intake = new IntakeFixture(TestCampaign.Json.Replace("\"version\"", "\"enabled\": false, \"version\"", StringComparison.Ordinal));
        var answer = await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        Assert.AreEqual((Outcome.Failure, "campaign_paused: We take no leads in this campaign for now"), (answer.Outcome, $"{answer.Reasons[0].Code}: {answer.Reasons[0].Text}"));
    }

    [TestMethod]
    public void An_enabled_campaign_buys() => Assert.IsTrue(
        TestCampaign.Loaded(CampaignText.WithKey("\"enabled\": true, ")) is var campaign
        && TestLead.PolicyOf(campaign, "acme").Decide(TestLead.Of(campaign, ("email", "ann@example.com"))).IsAccepted);

    [TestMethod]
    [DataRow("acme", "accept", "")]
    [DataRow("acme", "r", "12:85 $.examples[0].expect: the rules say 'accept' of this example, not 'r' (rule 'a' did not match and saw email: valid (ann@example.com)). Fix the rule or the example.")]
    [DataRow("acme", "campaign_paused", "12:85 $.examples[0].expect: no rule has the reason 'campaign_paused'. Write one of: accept, r, opted_out.")]
    public void Its_examples_are_tried_as_if_it_were_enabled(string vendor, string expect, string mistakes) => Assert.AreEqual(
        mistakes,
        CampaignText.Mistakes(Disabled(
            ("rules", CampaignText.RuleWith("""{ "field": "email", "is": "invalid" }""")),
            ("examples", $$"""[ { "lead": { "email": "ann@example.com" }, "vendor": "{{vendor}}", "expect": "{{expect}}" } ]"""))));

    [TestMethod]
    public void Words_are_not_taken_for_true_or_false() => Assert.AreEqual(
        "2:12 $.enabled: this is text. Write false without quotes.", CampaignText.Mistakes(CampaignText.WithKey("\"enabled\": \"no\", ")));

    private static string Disabled(params ReadOnlySpan<(string Section, string? Json)> changes) =>
        CampaignText.With(changes).Insert(2, "\"enabled\": false, ");
}
