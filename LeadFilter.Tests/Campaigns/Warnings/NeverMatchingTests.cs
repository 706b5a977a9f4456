namespace LeadFilter.Tests.Campaigns.Warnings;

[TestClass]
public sealed class NeverMatchingTests
{
    private static readonly (string Section, string? Json) Young = ("conditions", """{ "young": { "field": "age", "op": "<", "value": 3 } }""");

    [TestMethod]
    [DataRow("""{ "all": [ { "field": "state", "op": "equal", "value": "CA" }, { "field": "state", "op": "equal", "value": "TX" } ] }""")]
    [DataRow("""{ "all": [ { "field": "age", "op": ">", "value": 5 }, { "field": "age", "op": "<", "value": 3 } ] }""")]
    [DataRow("""{ "all": [ { "field": "age", "op": ">=", "value": 5 }, { "field": "age", "op": "<", "value": 5 } ] }""")]
    [DataRow("""{ "all": [ { "field": "age", "op": "between", "values": [1, 5] }, { "field": "age", "op": ">", "value": 5 } ] }""")]
    [DataRow("""{ "all": [ { "field": "age", "op": "in", "values": [1, 2] }, { "field": "age", "op": ">", "value": 2 } ] }""")]
    [DataRow("""{ "all": [ { "field": "state", "op": "in", "values": ["CA", "TX"] }, { "field": "state", "op": "not in", "values": ["ca", "tx", "NY"] } ] }""")]
    [DataRow("""{ "all": [ { "field": "email", "is": "blank" }, { "field": "email", "is": "valid" } ] }""")]
    [DataRow("""{ "all": [ { "field": "email", "is": "blank" }, { "field": "email", "op": "includes", "value": "x" } ] }""")]
    [DataRow("""{ "all": [ { "field": "opt_in", "is": "true" }, { "field": "opt_in", "is": "not true" } ] }""")]
    [DataRow("""{ "all": [ { "field": "opt_in", "op": "equal", "value": true }, { "field": "opt_in", "op": "not equal", "value": true } ] }""")]
    [DataRow("""{ "all": [ { "field": "age", "op": "equal", "value": 5 }, { "field": "age", "op": "not equal", "value": 5 } ] }""")]
    [DataRow("""{ "all": [ { "field": "age", "op": "<", "value": 3 }, { "any": [ { "field": "age", "op": ">", "value": 5 }, { "field": "age", "op": "equal", "value": 4 } ] } ] }""")]
    [DataRow("""{ "all": [ { "field": "age", "op": "<", "value": 3 }, { "not": { "field": "age", "op": "<=", "value": 9 } } ] }""")]
    [DataRow("""{ "none": [ { "field": "age", "op": "<", "value": 3 }, { "field": "age", "op": ">=", "value": 3 } ] }""")]
    [DataRow("""{ "all": [ { "use": "young" }, { "field": "age", "op": ">", "value": 5 } ] }""")]
    [DataRow("""{ "all": [ { "field": "created_at.weekday", "op": "equal", "value": "monday" }, { "field": "created_at.weekday", "op": "in", "values": ["friday", "sunday"] } ] }""")]
    [DataRow("""{ "all": [ { "field": "dob", "op": "<", "value": "2000-01-01" }, { "field": "dob", "op": ">", "value": "2001-01-01" } ] }""")]
    public void A_condition_that_no_lead_can_meet_is_warned_of(string condition) => Assert.AreEqual(
        "$.rules[0].rejectWhen: this condition can never match, so this rule never rejects",
        WarningList.Of("never", Young, ("rules", WarningList.Rules(WarningList.Rule("a", condition)))));

    [TestMethod]
    [DataRow("""{ "all": [ { "use": "young" }, { "field": "age", "op": "<", "value": 2 } ] }""")]
    [DataRow("""{ "all": [ { "field": "created_at.time", "op": "between", "values": ["22:00", "06:00"] }, { "field": "created_at.time", "op": ">", "value": "23:00" } ] }""")]
    [DataRow("""{ "all": [ { "field": "created_at.weekday", "op": "between", "values": ["friday", "monday"] }, { "field": "created_at.weekday", "op": "equal", "value": "sunday" } ] }""")]
    [DataRow("""{ "all": [ { "field": "state", "op": "not equal", "other": "phone_1.state" }, { "field": "state", "op": "equal", "other": "postal_code.state" } ] }""")]
    [DataRow("""{ "any": [ { "field": "state", "op": "equal", "value": "CA" }, { "field": "state", "op": "equal", "value": "TX" } ] }""")]
    [DataRow("""{ "all": [ { "field": "age", "op": ">", "value": 3 }, { "field": "age", "op": "<", "value": 5 } ] }""")]
    [DataRow("""{ "all": [ { "field": "age", "op": ">=", "value": 5 }, { "field": "age", "op": "<=", "value": 5 } ] }""")]
    [DataRow("""{ "all": [ { "field": "state", "op": "equal", "value": "CA" }, { "field": "phone_1.state", "op": "equal", "value": "TX" } ] }""")]
    [DataRow("""{ "all": [ { "field": "email", "is": "not blank" }, { "field": "email", "is": "invalid" } ] }""")]
    [DataRow("""{ "all": [ { "field": "age", "op": "not equal", "value": 5 }, { "field": "age", "op": "not equal", "value": 6 } ] }""")]
    [DataRow("""{ "all": [ { "field": "age", "op": "<", "value": 3 }, { "any": [ { "field": "age", "op": ">", "value": 5 }, { "field": "age", "op": "equal", "value": 2 } ] } ] }""")]
    [DataRow("""{ "all": [ { "field": "company", "op": "includes", "value": "a" }, { "field": "company", "op": "not includes", "value": "b" } ] }""")]
    [DataRow("""{ "none": [ { "all": [ { "field": "age", "op": "<", "value": 3 }, { "field": "age", "op": ">=", "value": 3 } ] } ] }""")]
    public void A_condition_that_a_lead_can_meet_is_not(string condition) => Assert.AreEqual(
        "", WarningList.Of("never", Young, ("rules", WarningList.Rules(WarningList.Rule("a", condition)))));

    [TestMethod]
    public void A_price_points_and_a_cap_that_can_never_be_are_warned_of()
    {
        const string never = """{ "all": [ { "field": "age", "op": ">", "value": 5 }, { "field": "age", "op": "<", "value": 3 } ] }""";
        Assert.AreEqual(
            "$.caps[0].when: this condition can never match, so this cap counts no lead\n"
            + "$.prices[0].when: this condition can never match, so this price is never paid\n"
            + "$.score.points[0].when: this condition can never match, so these points are never given",
            WarningList.Of("never", ("duplicates", $$"""{ "by": ["email"], "windowDays": 9 }, "caps": [ { "id": "c", "limit": 1, "per": "day", "when": {{never}} } ]"""), ("prices", $$"""[ { "when": {{never}}, "price": 2 }, { "price": 1 } ], "score": { "sales": 1, "points": [ { "id": "a", "when": {{never}}, "points": 5 } ] }""")));
    }

    [TestMethod]
    public void A_rule_that_is_off_is_not() => Assert.AreEqual("", WarningList.Of("never", ("rules", WarningList.Rules(WarningList.Rule(
        "a", """{ "all": [ { "field": "email", "is": "blank" }, { "field": "email", "is": "valid" } ] }""", """, "mode": "off" """)))));
}
