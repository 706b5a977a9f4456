using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Explanations;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Intake;

namespace LeadFilter.Tests.Shares;

/// <summary>The condition <c>{ "share": 10, "of": "person" }</c> in campaign files.</summary>
[TestClass]
public sealed class ShareConditionTests
{
    private const string Half = """{ "share": 50, "of": "person", "name": "ab" }""";

    [TestMethod]
    [DataRow("""{ "lead": {}, "facts": { "share.person.ab": 49.99 }, "expect": "r" }""")]
    [DataRow("""{ "lead": {}, "facts": { "share": { "person": { "ab": 0 } } }, "expect": "r" }""")]
    [DataRow("""{ "lead": {}, "facts": { "share.person.ab": 50 }, "expect": "accept" }""")]
    [DataRow("""{ "lead": {}, "facts": { "share.person.ab": null }, "expect": "accept" }""")]
    [DataRow("""{ "lead": {}, "expect": "accept" }""")]
    public void An_example_says_what_its_lead_draws(string example) =>
        Assert.AreEqual("", CampaignText.Mistakes(CampaignText.With(("rules", CampaignText.RuleWith(Half)), ("examples", $"[{example}]"))));

    [TestMethod]
    public void What_the_base_of_examples_draws_gives_way_to_the_example() => Assert.AreEqual("", CampaignText.Mistakes(CampaignText.With(
            ("rules", CampaignText.RuleWith(Half)),
            ("examples", """[{ "lead": {}, "expect": "r" }, { "lead": {}, "facts": { "share.person.ab": 60 }, "expect": "accept" }, { "lead": {}, "facts": { "share.person.ab": null }, "expect": "accept" }]"""))
        .Insert(2, """ "exampleBase": { "facts": { "share.person.ab": 5 } }, """)));

    [TestMethod]
    [DataRow("""{ "share": 10 }""", """7:72 $.rules[0].rejectWhen: 'of' is missing. Add "of": "person", or "lead".""")]
    [DataRow("""{ "share": 10, "of": "household" }""", """7:93 $.rules[0].rejectWhen.of: 'household' is not known here. Use one of: person, lead.""")]
    [DataRow("""{ "share": 101, "of": "lead" }""", """7:83 $.rules[0].rejectWhen.share: 101 is out of range. Write a number from 0 to 100.""")]
    [DataRow("""{ "share": 10, "of": "lead", "name": "A B" }""", """7:109 $.rules[0].rejectWhen.name: 'A B' is not a valid name. Write 1 to 64 of a-z, 0-9, '-' and '_', beginning with a letter or digit.""")]
    [DataRow("""{ "share": 10, "of": "lead", "salt": "x" }""", """7:109 $.rules[0].rejectWhen.salt: unknown key 'salt'. Remove it, or use one of: share, of, name.""")]
    public void A_mistake_says_what_to_write(string condition, string mistake) =>
        Assert.AreEqual(mistake, CampaignText.Mistakes(CampaignText.WithCondition(condition)));

    [TestMethod]
    [DataRow("share.person.xy", "5", """nothing looks up 'share.person.xy'. Write 'share.person.ab' if you meant that.""")]
    [DataRow("share.person.ab", "100", """'share.person.ab' is always less than 100. Write the number that the lead draws: those below the share are in it.""")]
    public void An_example_draws_only_what_can_be_drawn(string name, string number, string mistake) => Assert.IsTrue(
        CampaignText.Mistakes(CampaignText.With(
            ("rules", CampaignText.RuleWith(Half)),
            ("examples", $$"""[{ "lead": {}, "facts": { "{{name}}": {{number}} }, "expect": "accept" }]"""))).EndsWith(mistake, StringComparison.Ordinal),
        mistake);

    [TestMethod]
    [DataRow("", 1)]
    [DataRow(""", "name": "b" """, 0)]
    public void Shares_without_names_in_different_places_are_warned_of(string name, int warnings)
    {
        var rules = $$"""[{ "id": "a", "category": "age", "reason": "r", "rejectWhen": { "share": 10, "of": "person" {{name}} } }]""";
        var prices = """[{ "when": { "share": 50, "of": "person" }, "price": 2 }, { "when": { "share": 70, "of": "person" }, "price": 3 }, { "price": 1 }]""";
        var found = TestCampaign.Load(CampaignText.With(("rules", rules), ("prices", prices))).Warnings.Where(warning => warning.Message.StartsWith("shares", StringComparison.Ordinal));

        Assert.AreEqual(warnings, found.Count());
    }

    [TestMethod]
    public void An_explanation_shows_what_was_drawn_and_takes_it_as_a_fact()
    {
        var campaign = TestCampaign.Loaded(CampaignText.WithCondition(Half));

        var explained = Explained(campaign, "share.person.ab", "12.5");
        var (rule, fact) = (explained.Explanation!.Rules[0], explained.Explanation.Rules[0].Facts[0]);

        Assert.IsTrue(rule.Holds);
        Assert.AreEqual("share.person.ab: 12.5", $"{fact.Name}: {fact.Text}");
        Assert.AreEqual("'share.person.ab' is a number from 0 to less than 100; leave it out for a lead that draws none", Explained(campaign, "share.person.ab", "100").Problem);
        Assert.AreEqual("the campaign 'loans' looks up no 'share.lead'; give one of: suppression.opt-outs, share.person.ab", Explained(campaign, "share.lead", "1").Problem);
    }

    [TestMethod]
    public async Task A_price_is_tried_on_a_share_of_persons_and_a_person_always_has_the_same()
    {
        var json = TestCampaign.Json.Replace("\"prices\": [", """
            "prices": [ { "when": { "share": 30, "of": "person", "name": "ab" }, "price": 20 },
            """, StringComparison.Ordinal);
        var fixture = new IntakeFixture(json);
        var prices = new List<decimal>();
        for (var at = 0; at < 200; at++)
        {
            prices.Add((await fixture.SendAsync("acme", ("email", $"p{at}@example.com"))).Price.Amount);
        }

        var tried = prices.Count(price => price == 20m);
        Assert.IsTrue(tried is > 35 and < 85 && prices.Count(price => price == 12.5m) == 200 - tried, $"{tried}");

        // Beyond the window of duplicates, from a process that knows nothing of the first.
        fixture.Clock.Advance(TimeSpan.FromDays(91));
        var other = new IntakeFixture(json, fixture);
        for (var at = 0; at < 200; at++)
        {
            Assert.AreEqual(prices[at], (await other.SendAsync("acme", ("email", $"P{at}@example.com"), ("state", "TX"))).Price.Amount, $"{at}");
        }
    }

    [TestMethod]
    public async Task A_rejected_share_of_leads_is_rejected_again_when_a_lead_is_resent()
    {
        var fixture = new IntakeFixture(CampaignText.WithCondition("""{ "share": 50, "of": "lead" }"""));
        var outcomes = new HashSet<Outcome>();
        for (var at = 0; at < 40; at++)
        {
            var first = await fixture.SendAsync("acme", ("email", $"p{at}@example.com"));
            var second = await fixture.SendAsync("acme", ("email", $"p{at}@example.com"));
            outcomes.Add(first.Outcome);
            Assert.AreEqual(first.Outcome, second.Outcome);
            Assert.AreEqual(first.Lead, second.Lead);
        }

        Assert.HasCount(2, outcomes);
    }

    [TestMethod]
    public void A_lead_of_a_campaign_without_shares_draws_nothing() => Assert.IsNull(TestLead.Of(TestCampaign.Loaded()).Draws);

    private static ExplainedLead Explained(Campaign campaign, string fact, string value) => LeadExplainer.Explain(
        campaign, campaign.PolicyWithoutContract, new LeadDraft(campaign.Layout), TestLead.ReceivedAt, [KeyValuePair.Create(fact, value)]);
}
