using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Explanations;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Explanations;

/// <summary>An explanation names each rule's result and the facts that it saw.</summary>
[TestClass]
public sealed class ExplanationTests
{
    private static readonly Campaign Loans = TestCampaign.Loaded(CampaignText.With(
        ("optOuts", """{ "ask": false }"""),
        ("rules", """
            [
            { "id": "many", "category": "fraud", "reason": "a", "rejectWhen": { "all": [
              { "field": "email.domain", "op": "in", "values": ["gmail.com"] },
              { "not": { "any": [ { "field": "EMAIL", "is": "invalid" }, { "field": "email.Domain", "is": "blank" } ] } },
              { "field": "page_views", "op": "<", "value": 3 } ] } },
            { "id": "consent", "category": "consent", "reason": "b", "onMissing": "reject", "rejectWhen": { "field": "tcpa_consent", "is": "not true" } },
            { "id": "old", "category": "age", "reason": "c", "rejectWhen": { "field": "created_at", "op": "<", "value": "2025-01-01" } },
            { "id": "trial", "category": "age", "reason": "d", "mode": "shadow", "rejectWhen": { "field": "state", "is": "not blank" } }
            ]
            """)));

    [TestMethod]
    public void Every_rule_tells_its_result_and_its_facts()
    {
        var lead = TestLead.Of(Loans, ("email", "Ann@GMAIL.com"), ("page_views", " 2.50 "), ("created_at", "2026-01-01 08:00:00 EST"), ("state", "Atlantis"));
        var explanation = Loans.PolicyWithoutContract.Explain(lead);
        Assert.AreEqual(
            """
            many Match True Reject: email.domain Valid gmail.com, email Valid ann@gmail.com, page_views Valid 2.5
            consent Indeterminate True Reject: tcpa_consent Missing 
            old NoMatch False Reject: created_at Valid 2026-01-01T13:00:00Z
            trial Match True Shadow: state Invalid not a state or province
            """,
            Told(explanation));
        Assert.AreEqual("a", explanation.Decision.Primary?.Ground.Reason.ToString());
    }

    [TestMethod]
    public void A_blank_field_is_told_as_blank_and_its_part_too()
    {
        var lead = TestLead.Of(Loans, ("email", "  "), ("tcpa_consent", "Yes"));
        Assert.AreEqual(
            """
            many NoMatch False Reject: email.domain Blank , email Blank , page_views Missing 
            consent NoMatch False Reject: tcpa_consent Valid true
            old Indeterminate False Reject: created_at Missing 
            trial NoMatch False Shadow: state Missing 
            """,
            Told(Loans.PolicyWithoutContract.Explain(lead)));
    }

    private static string Told(Explanation explanation) => string.Join('\n', explanation.Rules.Select(rule =>
        $"{rule.Finding.Ground.Id} {rule.Result} {rule.Holds} {rule.Finding.Effect}: {string.Join(", ", rule.Facts.Select(fact => $"{fact.Name} {fact.Validity} {fact.Text}"))}"));
}
