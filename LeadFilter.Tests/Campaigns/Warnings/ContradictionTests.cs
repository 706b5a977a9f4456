namespace LeadFilter.Tests.Campaigns.Warnings;

[TestClass]
public sealed class ContradictionTests
{
    private const string Under5 = """{ "field": "age", "op": "<", "value": 5 }""";
    private const string From5 = """{ "field": "age", "op": ">=", "value": 5 }""";

    [TestMethod]
    public void Two_rules_that_leave_no_value_are_warned_of() => Assert.AreEqual(
        "$.rules[1]: the rule 'b' and 'a' together reject every lead whose 'age' is known", Together(WarningList.Rule("a", Under5), WarningList.Rule("b", From5)));

    [TestMethod]
    public void Two_rules_that_leave_one_value_are_not() => Assert.AreEqual(
        "", Together(WarningList.Rule("a", Under5), WarningList.Rule("b", """{ "field": "age", "op": ">", "value": 5 }""")));

    [TestMethod]
    public void Three_rules_that_only_together_leave_no_value_are_named() => Assert.AreEqual(
        "$.rules[2]: the rule 'c' and 'a', 'b' together reject every lead whose 'state' is known",
        Together(
            WarningList.Rule("a", """{ "field": "state", "op": "not in", "values": ["CA", "TX"] }"""),
            WarningList.Rule("b", """{ "field": "state", "op": "equal", "value": "CA" }"""),
            WarningList.Rule("c", """{ "any": [ { "field": "state", "op": "equal", "value": "TX" }, { "field": "age", "op": "<", "value": 1 } ] }""")));

    [TestMethod]
    public void Rules_that_reject_also_what_is_unknown_reject_every_lead() => Assert.AreEqual(
        "$.rules[1]: the rule 'b' and 'a' together reject every lead",
        Together(WarningList.Rule("a", Under5, """, "onMissing": "reject" """), WarningList.Rule("b", From5)));

    [TestMethod]
    public void A_rule_that_rejects_everything_by_itself_is_warned_of() => Assert.AreEqual(
        "$.rules[0]: the rule 'a' rejects every lead",
        WarningList.Of("reject", ("rules", WarningList.Rules(WarningList.Rule("a", """{ "any": [ { "field": "email", "is": "valid" }, { "field": "email", "is": "invalid" } ] }"""))))
            .Split('\n').Single(line => line.Contains("every", StringComparison.Ordinal)));

    [TestMethod]
    [DataRow("shadow")]
    [DataRow("off")]
    public void A_rule_that_is_not_enforced_contradicts_nothing(string mode) => Assert.AreEqual(
        "", Together(WarningList.Rule("a", Under5), WarningList.Rule("b", From5, $$""", "mode": "{{mode}}" """)));

    [TestMethod]
    public void A_field_that_must_not_be_sent_is_no_contradiction() => Assert.AreEqual(
        "", Together(WarningList.Rule("a", """{ "field": "age", "is": "not blank" }"""), WarningList.Rule("b", Under5)));

    [TestMethod]
    public void Rules_on_several_fields_at_once_are_not_taken_apart() => Assert.AreEqual(
        "", Together(WarningList.Rule("a", $$"""{ "all": [ {{Under5}}, { "field": "email", "is": "valid" } ] }"""), WarningList.Rule("b", From5)));

    private static string Together(params ReadOnlySpan<string> rules) => WarningList.Of("every lead", ("rules", WarningList.Rules(rules)));
}
