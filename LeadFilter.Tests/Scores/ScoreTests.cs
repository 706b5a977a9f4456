using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Scores;

/// <summary>Points, decay, bounds, and what a score decides.</summary>
[TestClass]
public sealed class ScoreTests
{
    private const string Points = """
        { "id": "owner", "when": { "field": "own_or_rent", "op": "equal", "value": "own" }, "points": 30 },
        { "id": "free-mail", "when": { "field": "email.free", "is": "true" }, "points": -10 },
        { "id": "pages", "kind": "behaviour", "per": "page_views", "points": 2.5, "most": 20 },
        { "id": "recent", "kind": "behaviour", "when": { "field": "opt_in", "is": "true" }, "points": 40, "halfLifeDays": 10, "since": "opt_in_at" }
        """;

    [TestMethod]
    [DataRow("", 0)]
    [DataRow("own_or_rent=Own", 30)]
    [DataRow("own_or_rent=own;email=ann@gmail.com", 20)]
    [DataRow("own_or_rent=own;page_views=3", 37.5)]
    [DataRow("own_or_rent=own;page_views=3000", 50)]
    [DataRow("page_views=-4", 0)]
    [DataRow("page_views=many", 0)]
    [DataRow("opt_in=yes;opt_in_at=2026-01-01T12:00:00Z", 40)]
    [DataRow("opt_in=yes;opt_in_at=2025-12-22T12:00:00Z", 20)]
    [DataRow("opt_in=yes;opt_in_at=2025-12-02T12:00:00Z", 5)]
    [DataRow("opt_in=yes;opt_in_at=2026-06-01T12:00:00Z", 40)]
    [DataRow("opt_in=yes", 0)]
    [DataRow("opt_in=perhaps;opt_in_at=2026-01-01T12:00:00Z", 0)]
    [DataRow("email=ann@gmail.com", 0, DisplayName = "Not below the least score")]
    public void A_score_is_the_sum_of_its_points(string lead, double score) => Assert.AreEqual(score, Decide("{}", lead).Score);

    [TestMethod]
    public void A_score_stays_within_its_bounds()
    {
        var campaign = Campaign("{}", """ "min": -5, "max": 25, "sales": 20, "nurture": 0 """);
        Assert.AreEqual(25, Decide(campaign, "own_or_rent=own").Score);
        Assert.AreEqual(-5, Decide(campaign, "email=ann@gmail.com").Score);
    }

    [TestMethod]
    [DataRow("own_or_rent=own;page_views=8", "sales")]
    [DataRow("own_or_rent=own;page_views=7", "nurture")]
    [DataRow("page_views=8", "nurture")]
    [DataRow("page_views=7", "reject low_score")]
    public void Thresholds_send_a_lead_to_sales_or_nurture_or_reject_it(string lead, string told) => Assert.AreEqual(told, Told(Decide("{}", lead)));

    [TestMethod]
    [DataRow("""{ "rejects": ["contact"] }""", "nurture")]
    [DataRow("""{ "mode": "trial" }""", "nurture")]
    public void What_a_contract_does_not_let_a_score_reject_is_bought_and_routed_to_nurture(string contract, string told) =>
        Assert.AreEqual(told, Told(Decide(contract, "page_views=1")));

    [TestMethod]
    public void G6_A_shadow_score_changes_neither_answer_nor_route()
    {
        var decision = Decide(Campaign("{}", """ "sales": 50, "nurture": 20, "mode": "shadow" """), "page_views=1");
        Assert.AreEqual("sales", Told(decision));
        Assert.AreEqual(Effect.Shadow, decision.Findings.Single().Effect);
    }

    [TestMethod]
    public void A_score_that_is_off_is_not_made() =>
        Assert.IsNull(Decide(Campaign("{}", """ "sales": 50, "mode": "off" """), "page_views=1").Score);

    [TestMethod]
    public void Without_a_nurture_threshold_what_is_not_for_sales_is_rejected() =>
        Assert.AreEqual("reject low_score", Told(Decide(Campaign("{}", """ "sales": 50 """), "own_or_rent=own")));

    [TestMethod]
    public void A_rules_reason_stays_primary_before_the_scores()
    {
        var campaign = TestCampaign.Loaded(CampaignText.With(("rules", CampaignText.RuleWith("""{ "field": "state", "is": "invalid" }""")))
            .Insert(2, $$"""
                "score": { "points": [{{Points}}], "sales": 50 },
                """));
        Assert.AreEqual("r,low_score", string.Join(',', Decide(campaign, "").Findings.Select(finding => finding.Ground.Reason)));
    }

    [TestMethod]
    public void An_explanation_lists_what_each_line_gave()
    {
        var campaign = Campaign("{}", """ "sales": 50, "nurture": 20 """);
        var sheet = TestLead.PolicyOf(campaign, "acme").Explain(TestLead.Of(campaign, ("own_or_rent", "own"), ("page_views", "3"))).Score!;
        Assert.AreEqual(37.5, sheet.Value);
        Assert.AreEqual(
            "owner Profile 30, free-mail Profile 0, pages Behaviour 7.5, recent Behaviour 0",
            string.Join(", ", sheet.Contributions.Select(line => $"{line.Id} {line.Kind} {line.Points}")));
    }

    [TestMethod]
    [DataRow("[]", "2:10 $.score: this is an array. Write an object { … }.")]
    [DataRow("""{ "points": [], "sales": 50 }""", """2:22 $.score.points: nothing gives points. Add { "id": …, "when": …, "points": 10 }, or remove "score".""")]
    [DataRow("""{ "sales": 50 }""", """2:10 $.score: 'points' is missing. Add "points": [ { "id": …, "when": …, "points": 10 } ].""")]
    [DataRow("""{ "points": [ { "id": "a", "per": "page_views", "points": 1 } ] }""", """2:10 $.score: 'sales' is missing. Add "sales": 60, the least score of leads for the salesmen.""")]
    [DataRow("""{ "points": [ { "id": "a", "points": 1 } ], "sales": 50 }""", """2:24 $.score.points[0]: every lead gets these points. Add "when": a condition, or "per": a field that is a number.""")]
    [DataRow("""{ "points": [ { "id": "a", "per": "city", "points": 1 } ], "sales": 50 }""", "2:44 $.score.points[0].per: 'city' is not a number but of type city. Name a field or part that is a number.")]
    [DataRow("""{ "points": [ { "id": "a", "per": "page_views", "points": 1001 } ], "sales": 50 }""", "2:68 $.score.points[0].points: 1001 is out of range. Write a number from -1000 to 1000.")]
    [DataRow("""{ "points": [ { "id": "a", "per": "page_views", "points": 1 }, { "id": "a", "per": "age", "points": 1 } ], "sales": 50 }""", "2:81 $.score.points[1].id: other points have the id 'a'. Give each an id of its own.")]
    [DataRow("""{ "points": [ { "id": "a", "per": "page_views", "points": 1, "since": "opt_in_at" } ], "sales": 50 }""", """2:80 $.score.points[0].since: 'since' says from when points decay, and there is no 'halfLifeDays'. Add "halfLifeDays", or remove this.""")]
    [DataRow("""{ "points": [ { "id": "a", "per": "page_views", "points": 1 } ], "sales": 50, "nurture": 60 }""", "2:99 $.score.nurture: 'nurture' (60) is more than 'sales' (50). From 'nurture' to 'sales' a lead is warmed up: write a score that is not more than 'sales'.")]
    [DataRow("""{ "points": [ { "id": "a", "per": "page_views", "points": 1 } ], "sales": 150 }""", "2:84 $.score.sales: no score reaches 'sales': scores lie from 0 to 100. Write a score within 'min' and 'max'.")]
    [DataRow("""{ "points": [ { "id": "a", "per": "page_views", "points": 1 } ], "sales": 50, "min": 100 }""", "2:95 $.score.min: the least score (100) is not less than the greatest (100). Make 'min' less than 'max' (the defaults are 0 and 100).")]
    public void Mistakes_in_a_score_are_named(string score, string mistake) =>
        Assert.StartsWith(mistake, CampaignText.Mistakes(CampaignText.WithKey($"\"score\": {score},")), StringComparison.Ordinal);

    private static Campaign Campaign(string contract, string more) => TestCampaign.Loaded(CampaignText.With("vendors", $$"""{ "acme": {{contract}} }""")
        .Insert(2, $$"""
            "score": { "points": [{{Points}}], {{more}} },
            """));

    private static Decision Decide(string contract, string lead) => Decide(Campaign(contract, """ "sales": 50, "nurture": 20 """), lead);

    private static Decision Decide(Campaign campaign, string lead) => TestLead.PolicyOf(campaign, "acme").Decide(TestLead.Of(
        campaign,
        [.. lead.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=')).Select(pair => (pair[0], (string?)pair[1]))]));

    private static string Told(Decision decision) => decision.Primary is { } primary ? $"reject {primary.Ground.Reason}" : decision.Route.ToString().ToLowerInvariant();
}
