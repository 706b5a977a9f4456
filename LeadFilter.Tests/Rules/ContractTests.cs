using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Rules;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Rules;

/// <summary>What contracts, modes and prices make of the same rules.</summary>
[TestClass]
public sealed class ContractTests
{
    private static readonly Campaign Loans = TestCampaign.Loaded(CampaignText.With(
        ("rules", """
            [
            { "id": "stale", "category": "age", "reason": "too_old", "rejectWhen": { "field": "age_seconds", "op": ">", "value": 300 } },
            { "id": "reachable", "category": "contact", "reason": "uncontactable", "text": "Cannot be reached", "rejectWhen": { "field": "email", "is": "invalid" } },
            { "id": "area", "category": "criteria", "reason": "state_not_served", "mode": "shadow", "rejectWhen": { "field": "state", "op": "not in", "values": ["CA"] } },
            { "id": "gone", "category": "fraud", "reason": "never", "mode": "off", "rejectWhen": { "field": "email", "is": "invalid" } }
            ]
            """),
        ("prices", """
            [ { "when": { "field": "state", "op": "equal", "value": "CA" }, "price": 20 },
              { "when": { "field": "state", "op": "in", "values": ["CA", "TX"] }, "price": 15 },
              { "price": 12.5 } ]
            """),
        ("vendors", """
            { "acme": {}, "bright": { "price": 9, "rejects": ["age"] }, "newcomer": { "mode": "trial", "price": 0 }, "stranger": { "rejects": [], "mode": "live" } }
            """)));

    private static readonly (string, string?)[] Bad = [("email", "nobody"), ("created_at", "2026-01-01T10:00:00Z"), ("state", "NY")];
    private static readonly (string, string?)[] Good = [("email", "ann@example.com"), ("created_at", "2026-01-01T11:59:00Z")];

    [TestMethod]
    [DataRow("acme", "reject too_old: stale Reject, reachable Reject, area Shadow")]
    [DataRow("bright", "reject too_old: stale Reject, reachable Waived, area Shadow")]
    [DataRow("newcomer", "accept: stale Trial, reachable Trial, area Shadow")]
    [DataRow("stranger", "accept: stale Waived, reachable Waived, area Shadow")]
    public void A_contract_says_which_categories_count(string vendor, string told) =>
        Assert.AreEqual(told, Told(TestLead.PolicyOf(Loans, vendor).Decide(TestLead.Of(Loans, Bad))));

    [TestMethod]
    public void Without_a_contract_every_rule_counts() =>
        Assert.AreEqual("reject too_old: stale Reject, reachable Reject, area Shadow", Told(Loans.PolicyWithoutContract.Decide(TestLead.Of(Loans, Bad))));

    [TestMethod]
    public void A_vendor_without_a_contract_has_no_policy()
    {
        var campaign = TestCampaign.Loaded(CampaignText.With());
        Assert.IsFalse(campaign.TryFindPolicy(TestCampaign.Id("bright"), TestLead.ReceivedAt, out _));
    }

    [TestMethod]
    public void A_rule_that_is_off_is_not_evaluated()
    {
        Assert.AreEqual("stale,reachable,area,suppression.opt-outs", string.Join(',', Loans.PolicyWithoutContract.Rules.Select(rule => rule.Ground.Id)));
        Assert.HasCount(5, Loans.Rules);
    }

    [TestMethod]
    [DataRow("acme", "CA", "20")]
    [DataRow("acme", "TX", "15")]
    [DataRow("acme", "NY", "12.5")]
    [DataRow("acme", null, "12.5")]
    [DataRow("acme", "Atlantis", "12.5")]
    [DataRow("bright", "CA", "9")]
    [DataRow("newcomer", "CA", "0")]
    public void The_vendors_price_goes_before_the_first_of_the_campaigns_that_fits(string vendor, string? state, string price) =>
        Assert.AreEqual(price, TestLead.PolicyOf(Loans, vendor).Decide(TestLead.Of(Loans, [.. Good, ("state", state)])).Price.ToString());

    [TestMethod]
    public void A_rejected_lead_costs_nothing() =>
        Assert.AreEqual(Money.Zero, TestLead.PolicyOf(Loans, "acme").Decide(TestLead.Of(Loans, Bad)).Price);

    [TestMethod]
    public void Without_prices_a_lead_costs_nothing()
    {
        var campaign = TestCampaign.Loaded(CampaignText.With("prices", null));
        Assert.AreEqual(Money.Zero, TestLead.Decide(campaign).Price);
    }

    [TestMethod]
    [DataRow("enforced", "acme", "Reject")]
    [DataRow("enforced", "bright", "Waived")]
    [DataRow("enforced", "newcomer", "Trial")]
    [DataRow("enforced", "stranger", "Reject")]
    [DataRow("shadow", "acme", "Shadow")]
    [DataRow("shadow", "bright", "Shadow")]
    [DataRow("shadow", "newcomer", "Shadow")]
    [DataRow("off", "acme", null)]
    [DataRow("off", "newcomer", null)]
    public void Contracts_hold_for_duplicates_too(string mode, string vendor, string? effect)
    {
        var campaign = TestCampaign.Loaded(CampaignText.With(
            ("duplicates", $$"""{ "by": ["email"], "windowDays": 30, "mode": "{{mode}}" }"""),
            ("vendors", """{ "acme": {}, "bright": { "rejects": ["age"] }, "newcomer": { "mode": "trial" }, "stranger": { "rejects": ["duplicate"] } }""")));
        Assert.AreEqual(effect, TestLead.PolicyOf(campaign, vendor).Duplicates.Single()?.Effect.ToString());
    }

    [TestMethod]
    public void A_duplicate_makes_a_bought_lead_a_rejected_one_that_costs_nothing()
    {
        var policy = TestLead.PolicyOf(Loans, "acme");
        var decision = policy.Decide(TestLead.Of(Loans, Good)).With(policy.Duplicates.Single()!);
        Assert.AreEqual("reject duplicate: duplicates Reject", Told(decision));
        Assert.AreEqual(Money.Zero, decision.Price);
        Assert.AreEqual("Duplicate of a lead received in the last 90 days", decision.Primary!.Ground.Text);
    }

    [TestMethod]
    public void A_waived_duplicate_is_listed_and_changes_nothing()
    {
        var policy = TestLead.PolicyOf(Loans, "bright");
        var decision = policy.Decide(TestLead.Of(Loans, Good)).With(policy.Duplicates.Single()!);
        Assert.AreEqual("accept: duplicates Waived", Told(decision));
        Assert.AreEqual("9", decision.Price.ToString());
    }

    [TestMethod]
    public void The_rules_reason_stays_primary_before_that_of_a_duplicate()
    {
        var policy = TestLead.PolicyOf(Loans, "acme");
        Assert.AreEqual(
            "reject too_old: stale Reject, reachable Reject, area Shadow, duplicates Reject",
            Told(policy.Decide(TestLead.Of(Loans, Bad)).With(policy.Duplicates.Single()!)));
    }

    [TestMethod]
    public void The_wording_is_made_from_the_code_where_the_file_gives_none()
    {
        var texts = Loans.Rules.Select(rule => rule.Ground.Text).ToList();
        CollectionAssert.AreEqual(new[] { "Too old", "Cannot be reached", "State not served", "Never", "The person does not want to be contacted" }, texts);
    }

    [TestMethod]
    public void A_contract_of_another_contract_starts_from_the_campaigns_prices()
    {
        var other = new Contract(TestCampaign.Id("acme"));
        var policy = TestLead.PolicyOf(Loans, "bright").Under(other);
        Assert.AreEqual("20", policy.Decide(TestLead.Of(Loans, [.. Good, ("state", "CA")])).Price.ToString());
    }

    private static string Told(Decision decision) =>
        $"{(decision.IsAccepted ? "accept" : $"reject {decision.Primary!.Ground.Reason}")}: {string.Join(", ", decision.Findings.Select(finding => $"{finding.Ground.Id} {finding.Effect}"))}";
}
