using LeadFilter.Core.Conditions;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Conditions;

/// <summary>Conditions that the campaign states once under a name.</summary>
[TestClass]
public sealed class NamedConditionTests
{
    private const string Serious = """{ "serious": { "field": "page_views", "op": ">", "value": 3 }, "rushed": { "all": [ { "not": { "use": "serious" } }, { "field": "seconds_on_form", "op": "<", "value": 5 } ] } }""";

    [TestMethod]
    [DataRow("4", "10", true)]
    [DataRow("4", "2", true)]
    [DataRow("1", "10", true)]
    [DataRow("1", "2", false)]
    public void A_name_means_its_condition_wherever_it_stands(string views, string seconds, bool accepted)
    {
        var campaign = TestCampaign.Loaded(CampaignText.With(("conditions", Serious), ("rules", CampaignText.RuleWith("""{ "use": "rushed" }"""))));
        Assert.AreEqual(accepted, TestLead.Decide(campaign, ("page_views", views), ("seconds_on_form", seconds)).IsAccepted);
    }

    [TestMethod]
    public void Prices_use_names_too()
    {
        var campaign = TestCampaign.Loaded(CampaignText.With(("conditions", Serious), ("prices", """[{ "when": { "use": "rushed" }, "price": 1 }, { "price": 9 }]""")));
        Assert.AreEqual(1, TestLead.Decide(campaign, ("page_views", "1"), ("seconds_on_form", "2")).Price.Amount);
    }

    [TestMethod]
    public void All_uses_are_one_object()
    {
        var campaign = TestCampaign.Loaded(CampaignText.With(
            ("conditions", Serious),
            ("rules", CampaignText.RuleWith("""{ "any": [ { "use": "serious" }, { "all": [ { "use": "serious" } ] } ] }"""))));
        var any = (ConditionGroup)campaign.Rules[0].RejectWhen;
        Assert.AreSame(any.Members[0], ((ConditionGroup)any.Members[1]).Members[0]);
    }

    [TestMethod]
    public void An_explanation_shows_what_a_named_condition_saw()
    {
        var campaign = TestCampaign.Loaded(CampaignText.With(("conditions", Serious), ("rules", CampaignText.RuleWith("""{ "use": "rushed" }"""))));
        var facts = campaign.PolicyWithoutContract.Explain(TestLead.Of(campaign, ("page_views", "1"))).Rules[0].Facts;
        Assert.AreEqual("page_views Valid, seconds_on_form Missing", string.Join(", ", facts.Select(fact => $"{fact.Name} {fact.Validity}")));
    }

    [TestMethod]
    [DataRow(7, "")]
    [DataRow(8, "conditions stand more than 8 deep. Split the rule in two, or flatten its groups.")]
    public void The_depth_of_a_name_counts_where_it_is_used(int depth, string mistake)
    {
        var nested = string.Concat(Enumerable.Repeat("""{ "not": """, depth - 1)) + """{ "field": "email", "is": "valid" }""" + new string('}', depth - 1);
        var json = CampaignText.With(("conditions", $$"""{ "deep": {{nested}} }"""), ("rules", CampaignText.RuleWith("""{ "not": { "use": "deep" } }""")));
        Assert.EndsWith(mistake, CampaignText.Mistakes(json), StringComparison.Ordinal);
        Assert.AreEqual(mistake.Length == 0, TestCampaign.Load(json).Value is not null);
    }

    [TestMethod]
    public void A_name_that_nothing_uses_is_warned_of_and_stops_nothing()
    {
        var result = TestCampaign.Load(CampaignText.With("conditions", Serious));
        Assert.IsNotNull(result.Value);
        Assert.AreEqual(
            """campaigns/loans.json:14:88 $.conditions.rushed: nothing uses the condition 'rushed'. Use it by { "use": "rushed" }, or remove it.""",
            string.Join('\n', result.Warnings.Where(warning => warning.Path == "$.conditions.rushed")));
    }
}
