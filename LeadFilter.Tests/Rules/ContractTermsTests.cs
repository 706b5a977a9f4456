using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Rules;

/// <summary>What a contract agrees beside categories and prices: trials that end, pauses, sources, changed rules, and what it cannot loosen.</summary>
[TestClass]
public sealed class ContractTermsTests
{
    private const string Rules = """
        [
        { "id": "consent", "category": "consent", "reason": "no_consent", "always": true, "rejectWhen": { "field": "tcpa_consent", "is": "not true" }, "onMissing": "reject" },
        { "id": "area", "category": "criteria", "reason": "state_not_served", "rejectWhen": { "field": "state", "op": "not in", "values": ["CA", "TX"] } },
        { "id": "reachable", "category": "contact", "reason": "uncontactable", "rejectWhen": { "all": [ { "field": "email", "is": "invalid" }, { "field": "phone_1", "is": "invalid" } ] } }
        ]
        """;

    private static readonly (string, string?)[] Fine = [("tcpa_consent", "yes"), ("state", "CA"), ("email", "ann@example.com")];

    [TestMethod]
    [DataRow("""{ "mode": "trial" }""")]
    [DataRow("""{ "rejects": [] }""")]
    [DataRow("""{ "rejects": ["contact"] }""")]
    [DataRow("""{ "override": { "area": { "mode": "off" } } }""")]
    public void No_contract_loosens_a_rule_that_holds_always(string contract) =>
        Assert.AreEqual("no_consent", Reason(contract, ("tcpa_consent", "no"), ("state", "CA"), ("email", "ann@example.com")));

    [TestMethod]
    public void A_rule_that_holds_always_cannot_be_changed_by_a_contract() => Assert.AreEqual(
        """11:49 $.vendors.acme.override.consent: the rule 'consent' holds always, so no contract can change it. Remove this, or "always" from the rule.""",
        CampaignText.Mistakes(CampaignText.With(("rules", Rules.ReplaceLineEndings(" ")), ("vendors", """{ "acme": { "override": { "consent": { "mode": "shadow" } } } }"""))));

    [TestMethod]
    [DataRow("2026-01-01T12:00:00Z", "accept")]
    [DataRow("2026-02-01T04:59:59Z", "accept")]
    [DataRow("2026-02-01T05:00:00Z", "state_not_served")]
    public void A_trial_ends_with_its_last_day_in_the_campaigns_time_zone(string at, string told) =>
        Assert.AreEqual(told, ReasonAt(DateTimeOffset.Parse(at), """{ "mode": "trial", "trialUntil": "2026-01-31" }""", ("tcpa_consent", "yes"), ("state", "NY"), ("email", "ann@example.com")));

    [TestMethod]
    [DataRow("""{ "paused": true }""", null, "vendor_paused")]
    [DataRow("""{ "paused": true, "mode": "trial" }""", null, "vendor_paused")]
    [DataRow("""{ "paused": false }""", null, "accept")]
    [DataRow("""{ "pausedSources": ["Bad.example"], "rejects": [] }""", " BAD.example ", "source_paused")]
    [DataRow("""{ "pausedSources": ["bad.example"] }""", "good.example", "accept")]
    [DataRow("""{ "pausedSources": ["bad.example"] }""", null, "accept")]
    [DataRow("""{ "sources": ["good.example", "fine.example"] }""", "Fine.example", "accept")]
    [DataRow("""{ "sources": ["good.example"], "mode": "trial" }""", "bad.example", "source_not_allowed")]
    [DataRow("""{ "sources": ["good.example"] }""", null, "source_not_allowed")]
    public void A_contract_pauses_a_vendor_or_its_sources_and_names_those_that_are_allowed(string contract, string? source, string told) =>
        Assert.AreEqual(told, Reason(contract, [.. Fine, ("source", source)]));

    [TestMethod]
    [DataRow("""{ "values": ["NY"] }""", "NY", "accept")]
    [DataRow("""{ "values": ["NY"] }""", "CA", "state_not_served")]
    [DataRow("""{ "mode": "shadow" }""", "NY", "accept")]
    [DataRow("""{ "mode": "off" }""", "NY", "accept")]
    [DataRow("""{ "onMissing": "reject" }""", null, "state_not_served")]
    [DataRow("""{ "rejectWhen": { "field": "state", "op": "equal", "value": "CA" } }""", "CA", "state_not_served")]
    [DataRow("""{ "rejectWhen": { "field": "state", "op": "equal", "value": "CA" } }""", "NY", "accept")]
    public void A_contract_changes_a_rule_for_its_vendor(string change, string? state, string told)
    {
        var contract = $$"""{ "override": { "area": {{change}} } }""";
        Assert.AreEqual(told, Reason(contract, ("tcpa_consent", "yes"), ("state", state), ("email", "ann@example.com")));
    }

    [TestMethod]
    public void A_changed_rule_keeps_its_place_and_leaves_other_vendors_alone()
    {
        var campaign = Campaign("""{ "override": { "area": { "values": ["NY"] } } }""", more: """, "bright": {}""");
        var lead = TestLead.Of(campaign, Fine);
        Assert.AreEqual("state_not_served", TestLead.PolicyOf(campaign, "acme").Decide(lead).Primary?.Ground.Reason.ToString());
        Assert.IsTrue(TestLead.PolicyOf(campaign, "bright").Decide(lead).IsAccepted);
        CollectionAssert.AreEqual(
            new[] { "consent", "area", "reachable", "suppression.opt-outs" },
            TestLead.PolicyOf(campaign, "acme").Rules.Select(rule => rule.Ground.Id).ToArray());
    }

    [TestMethod]
    [DataRow("""{ "price": 4, "floor": 5 }""", "11:36 $.vendors.acme.price: the price (4) is less than the floor (5). Raise it, or remove one of the two.")]
    [DataRow("""{ "trialUntil": "2026-12-31" }""", """11:41 $.vendors.acme.trialUntil: this vendor is not on trial. Add "mode": "trial", or remove this.""")]
    [DataRow("""{ "mode": "trial", "trialUntil": "31.12.2026" }""", "11:58 $.vendors.acme.trialUntil: '31.12.2026' is not a day. Write the last day of the trial like 2026-12-31.")]
    [DataRow("""{ "paused": "yes" }""", "11:37 $.vendors.acme.paused: this is text. Write true without quotes.")]
    [DataRow("""{ "sources": [] }""", "11:38 $.vendors.acme.sources: no source is named. Name the sources as the vendor sends them in 'source', or remove this.")]
    [DataRow("""{ "override": { "aera": { "mode": "off" } } }""", "11:49 $.vendors.acme.override.aera: there is no rule 'aera'. Write 'area' if you meant that.")]
    [DataRow("""{ "override": { "area": { "text": "x" } } }""", "11:59 $.vendors.acme.override.area.text: unknown key 'text'. Remove it, or use one of: mode, onMissing, onUnreadable, rejectWhen, value, values.")]
    [DataRow(
        """{ "override": { "reachable": { "value": 1 } } }""",
        """11:65 $.vendors.acme.override.reachable.value: the rule 'reachable' has more than one test, so it is not clear which one this changes. Give the whole "rejectWhen".""")]
    [DataRow("""{ "override": { "area": { "values": ["XX"] } } }""", "11:62 $.vendors.acme.override.area.values[0]: 'XX' is not a valid state (not a state or province). Write a value that 'state' can have.")]
    public void Mistakes_in_a_contract_are_named(string contract, string mistake) =>
        Assert.AreEqual(mistake, CampaignText.Mistakes(CampaignText.With(("rules", Rules.ReplaceLineEndings(" ")), ("vendors", $$"""{ "acme":    {{contract}} }"""))));

    private static Campaign Campaign(string contract, string more = "") =>
        TestCampaign.Loaded(CampaignText.With(("rules", Rules), ("vendors", $$"""{ "acme": {{contract}}{{more}} }""")));

    private static string Reason(string contract, params (string, string?)[] fields) => ReasonAt(TestLead.ReceivedAt, contract, fields);

    private static string ReasonAt(DateTimeOffset at, string contract, params (string Name, string? Raw)[] fields)
    {
        var campaign = Campaign(contract);
        var draft = new LeadDraft(campaign.Layout);
        foreach (var (name, raw) in fields)
        {
            Assert.AreEqual(AddResult.Added, draft.Add(name, raw));
        }

        Assert.IsTrue(campaign.TryFindPolicy(TestCampaign.Id("acme"), at, out var policy));
        return policy.Decide(draft.ToLead(at)).Primary?.Ground.Reason.ToString() ?? "accept";
    }
}
