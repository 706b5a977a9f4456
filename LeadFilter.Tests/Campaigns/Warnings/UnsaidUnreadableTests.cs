namespace LeadFilter.Tests.Campaigns.Warnings;

/// <summary>The warning that nothing says what becomes of answers that cannot be read.</summary>
[TestClass]
public sealed class UnsaidUnreadableTests
{
    [TestMethod]
    [DataRow("""{ "field": "opt_in", "is": "true" }""", "", "$.rules: nothing says what becomes of answers that cannot be read, so that they count as not asked: 'a' (opt_in)")]
    [DataRow("""{ "field": "email.domain", "op": "equal", "value": "a.example" }""", "", "$.rules: nothing says what becomes of answers that cannot be read, so that they count as not asked: 'a' (email)")]
    [DataRow("""{ "field": "opt_in", "is": "true" }""", """, "onUnreadable": "reject" """, "")]
    [DataRow("""{ "field": "opt_in", "is": "true" }""", """, "onUnreadable": "accept" """, "")]
    [DataRow("""{ "field": "opt_in", "is": "true" }""", """, "onMissing": "reject" """, "")]
    [DataRow("""{ "field": "opt_in", "is": "true" }""", """, "mode": "off" """, "")]
    [DataRow("""{ "field": "email", "is": "invalid" }""", "", "")]
    [DataRow("""{ "field": "comments", "op": "includes", "value": "http" }""", "", "")]
    [DataRow("""{ "field": "user_agent.bot", "is": "true" }""", "", "")]
    [DataRow("""{ "field": "mismatch.zip_state", "is": "true" }""", "", "")]
    [DataRow("""{ "any": [ { "all": [ { "field": "dob", "is": "not blank" }, { "field": "dob", "is": "invalid" } ] }, { "field": "dob.age", "op": "<", "value": 18 } ] }""", "", "")]
    public void It_is_told_where_a_rule_asks_a_field_of_a_type_and_says_nothing(string condition, string more, string warning) =>
        Assert.AreEqual(warning, WarningList.Of("cannot be read", ("rules", WarningList.Rules(WarningList.Rule("a", condition, more)))));

    [TestMethod]
    public void It_names_three_rules_and_counts_the_rest()
    {
        var rules = Enumerable.Range(1, 5).Select(at => WarningList.Rule($"a{at}", """{ "field": "opt_in", "is": "true" }""")).ToArray();
        Assert.EndsWith("'a1' (opt_in), 'a2' (opt_in), 'a3' (opt_in) and 2 more", WarningList.Of("cannot be read", ("rules", WarningList.Rules(rules))), StringComparison.Ordinal);
    }

    [TestMethod]
    public void The_campaign_may_say_it_for_all_rules()
    {
        var campaign = CampaignText.WithCondition("""{ "field": "opt_in", "is": "true" }""").Insert(2, "\"onUnreadable\": \"accept\", ");
        Assert.IsFalse(TestCampaign.Load(campaign).Warnings.Any(warning => warning.Message.Contains("cannot be read", StringComparison.Ordinal)));
    }
}
