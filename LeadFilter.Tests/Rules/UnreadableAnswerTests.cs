using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Rules;

/// <summary>What becomes of an answer that was given and cannot be read.</summary>
[TestClass]
public sealed class UnreadableAnswerTests
{
    private const string Owner = """{ "id": "owner", "category": "lead_type", "reason": "renter", "rejectWhen": { "field": "opt_in", "is": "not true" }{0} }""";

    [TestMethod]
    [DataRow("", "", null)]
    [DataRow("", "\"reject\"", "unreadable_opt_in")]
    [DataRow("", "\"accept\"", null)]
    [DataRow(""", "onUnreadable": "reject" """, "", "unreadable_opt_in")]
    [DataRow(""", "onUnreadable": "reject" """, "\"accept\"", "unreadable_opt_in")]
    [DataRow(""", "onUnreadable": "accept" """, "\"reject\"", null)]
    [DataRow(""", "onMissing": "reject" """, "", "renter")]
    [DataRow(""", "onMissing": "reject" """, "\"reject\"", "unreadable_opt_in")]
    [DataRow(""", "onMissing": "reject" """, "\"accept\"", "renter")]
    [DataRow(""", "onMissing": "reject", "onUnreadable": "accept" """, "\"reject\"", null)]
    [DataRow(""", "onMissing": "accept" """, "", null)]
    public void The_rule_decides_otherwise_the_campaign_otherwise_it_counts_as_missing(string rule, string campaign, string? reason) =>
        Assert.AreEqual(reason, Reason(Campaign(campaign, [Owner.Replace("{0}", rule, StringComparison.Ordinal)]), ("opt_in", "perhaps")));

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    [DataRow("yes")]
    public void What_was_not_asked_or_can_be_read_is_not_unreadable(string? raw) =>
        Assert.IsNull(Reason(Campaign("\"reject\"", [Owner.Replace("{0}", "", StringComparison.Ordinal)]), ("opt_in", raw)));

    [TestMethod]
    public void A_rule_that_speaks_of_the_answer_itself_gives_its_own_reason_first()
    {
        var campaign = Campaign("\"reject\"", [
            """{ "id": "fake", "category": "contact", "reason": "fake", "rejectWhen": { "field": "phone_1.fictitious", "is": "true" } }""",
            """{ "id": "toll", "category": "contact", "reason": "toll", "rejectWhen": { "field": "phone_1.toll_free", "is": "true" } }""",
            """{ "id": "bad", "category": "contact", "reason": "bad", "rejectWhen": { "field": "phone_1", "is": "invalid" } }"""]);
        var decision = TestLead.Decide(campaign, ("phone_1", "123"));
        Assert.AreEqual("bad: bad, fake: unreadable_phone_1", string.Join(", ", decision.Findings.Select(finding => $"{finding.Ground.Id}: {finding.Ground.Reason}")));
    }

    [TestMethod]
    public void A_test_of_two_fields_names_the_one_that_cannot_be_read()
    {
        var campaign = Campaign("\"reject\"", ["""{ "id": "a", "category": "age", "reason": "a", "rejectWhen": { "field": "page_views", "op": ">", "other": "seconds_on_form" } }"""]);
        Assert.AreEqual("unreadable_seconds_on_form", Reason(campaign, ("page_views", "2"), ("seconds_on_form", "long")));
        Assert.AreEqual("unreadable_page_views", Reason(campaign, ("page_views", "many")));
        Assert.IsNull(Reason(campaign, ("page_views", "2")));
    }

    [TestMethod]
    [DataRow("Monthly Bill", "unreadable_monthly_bill", "The answer in 'Monthly Bill' was given but cannot be read")]
    [DataRow("home.bill", "unreadable_home_bill", "The answer in 'home.bill' was given but cannot be read")]
    public void The_reason_names_the_field(string field, string code, string text)
    {
        var campaign = TestCampaign.Loaded(CampaignText.With(
            ("fields", $$"""{ "{{field}}": "number" }"""),
            ("rules", CampaignText.RuleWith($$"""{ "field": "{{field}}", "op": "<", "value": 75 }""", """, "onUnreadable": "reject" """))));
        var ground = TestLead.Decide(campaign, (field, "a lot")).Primary!.Ground;
        Assert.AreEqual((code, text, Category.Age), (ground.Reason.ToString(), ground.Text, ground.Category));
    }

    [TestMethod]
    public void A_name_that_is_too_long_for_a_code_is_cut_off() =>
        Assert.AreEqual($"unreadable_{new string('a', 53)}", ReasonCode.Unreadable(new string('a', 64)).ToString());

    [TestMethod]
    [DataRow("""{ "rejects": ["contact"] }""", Effect.Waived)]
    [DataRow("""{ "mode": "trial" }""", Effect.Trial)]
    public void Contracts_hold_for_it_as_for_the_rule(string contract, Effect effect)
    {
        var campaign = Campaign("\"reject\"", [Owner.Replace("{0}", "", StringComparison.Ordinal)], contract);
        var decision = TestLead.PolicyOf(campaign, "acme").Decide(TestLead.Of(campaign, ("opt_in", "perhaps")));
        Assert.IsTrue(decision.IsAccepted);
        Assert.AreEqual(("unreadable_opt_in", effect), (decision.Findings[0].Ground.Reason.ToString(), decision.Findings[0].Effect));
    }

    [TestMethod]
    public void A_contract_changes_what_a_rule_makes_of_it()
    {
        var campaign = Campaign("\"reject\"", [Owner.Replace("{0}", "", StringComparison.Ordinal)], """{ "override": { "owner": { "onUnreadable": "accept" } } }""");
        Assert.IsTrue(TestLead.PolicyOf(campaign, "acme").Decide(TestLead.Of(campaign, ("opt_in", "perhaps"))).IsAccepted);
    }

    [TestMethod]
    public void Facts_that_a_third_party_answers_unreadably_are_missing_not_the_vendors_fault()
    {
        var campaign = TestCampaign.Loaded(CampaignText.With(
            ("lookups", """{ "phone": { "url": "https://api.example.com/{phone_1}", "facts": { "score": { "path": "$.score", "type": "number" } } } }"""),
            ("rules", CampaignText.RuleWith("""{ "field": "phone.score", "op": "<", "value": 5 }""", """, "onUnreadable": "reject" """))));
        var draft = new Core.Leads.LeadDraft(campaign.Layout);
        draft.Restore("phone.score", "no idea");
        Assert.IsTrue(campaign.PolicyWithoutContract.Decide(draft.ToLead(TestLead.ReceivedAt)).IsAccepted);
    }

    [TestMethod]
    public void An_explanation_names_the_reason_and_what_the_rule_saw()
    {
        var campaign = Campaign("\"reject\"", [Owner.Replace("{0}", "", StringComparison.Ordinal)]);
        var trace = campaign.PolicyWithoutContract.Explain(TestLead.Of(campaign, ("opt_in", "perhaps"))).Rules[0];
        Assert.IsTrue(trace.Holds);
        Assert.AreEqual(("unreadable_opt_in", "not yes or no"), (trace.Finding.Ground.Reason.ToString(), trace.Facts[0].Text));
    }

    [TestMethod]
    public async Task A_decision_in_the_log_names_the_fields_but_not_the_answers()
    {
        var intake = new Intake.IntakeFixture();
        await intake.SendAsync("acme", [.. Intake.IntakeFixture.Person("ann"), ("opt_in", "perhaps-secret")]);
        var record = (await intake.LoggedAsync())[0];
        Assert.AreEqual("opt_in", string.Join(",", record.Unreadable));
        Assert.DoesNotContain("perhaps-secret", Pipeline.Decisions.DecisionRecordJson.ToText(record), StringComparison.Ordinal);
    }

    [TestMethod]
    public void An_example_may_expect_it_and_does_not_show_the_rule()
    {
        var campaign = CampaignText.With(
            ("rules", $"[{Owner.Replace("{0}", """, "onUnreadable": "reject" """, StringComparison.Ordinal)}]"),
            ("examples", """[{ "lead": { "opt_in": "perhaps" }, "expect": "unreadable_opt_in" }]"""));
        var warnings = TestCampaign.Load(campaign).Warnings.Select(warning => warning.Message).ToList();
        CollectionAssert.Contains(warnings, "no example is rejected by the rule 'owner'");
    }

    private static Campaign Campaign(string byDefault, IEnumerable<string> rules, string contract = "{}")
    {
        var text = CampaignText.With(("rules", $"[{string.Join(", ", rules)}]"), ("vendors", $$"""{ "acme": {{contract}} }"""));
        return TestCampaign.Loaded(byDefault.Length == 0 ? text : text.Insert(2, $"\"onUnreadable\": {byDefault}, "));
    }

    private static string? Reason(Campaign campaign, params (string, string?)[] fields) =>
        TestLead.Decide(campaign, fields).Primary?.Ground.Reason.ToString();
}
