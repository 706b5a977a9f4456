namespace LeadFilter.Tests.Campaigns;

/// <summary>Words, quotes and types that people bring along from elsewhere: the message says what to write here.</summary>
[TestClass]
public sealed class MeantWordsTests
{
    [TestMethod]
    [DataRow("""{ "field": "email", "op": "==", "value": "a@b.com" }""", "'==' is not known here. Write 'equal' if you meant that")]
    [DataRow("""{ "field": "email", "op": "!=", "value": "a@b.com" }""", "'!=' is not known here. Write 'not equal' if you meant that")]
    [DataRow("""{ "field": "age_seconds", "op": "=>", "value": 3 }""", "'=>' is not known here. Write '>=' if you meant that")]
    [DataRow("""{ "field": "age_seconds", "op": "greater than", "value": 3 }""", "Write '>' if you meant that")]
    [DataRow("""{ "field": "email", "op": "contains", "value": "x" }""", "Write 'includes' if you meant that")]
    [DataRow("""{ "field": "email", "op": "regex", "value": "x" }""", "Write 'matches' if you meant that")]
    [DataRow("""{ "field": "state", "op": "one of", "values": ["CA"] }""", "Write 'in' if you meant that")]
    [DataRow("""{ "field": "email", "is": "missing" }""", "'missing' is not known here. Write 'blank' if you meant that")]
    [DataRow("""{ "field": "email", "is": "present" }""", "Write 'not blank' if you meant that")]
    [DataRow("""{ "field": "email", "op": "missing" }""", """'missing' is not known here. Write "is": "blank" if you meant that""")]
    [DataRow("""{ "field": "email", "is": "==" }""", """'==' is not known here. Write "op": "equal" if you meant that""")]
    [DataRow("""{ "field": "tcpa_consent", "is": true }""", "this is true or false. Write it in quotes: \"true\"")]
    [DataRow("""{ "and": [ { "field": "email", "is": "invalid" } ] }""", "'and' is not a condition. Write 'all' if you meant that")]
    [DataRow("""{ "or": [ { "field": "email", "is": "invalid" } ] }""", "'or' is not a condition. Write 'any' if you meant that")]
    [DataRow("""{ "field": "birthday", "is": "invalid" }""", "there is no field 'birthday'. Write 'dob' if you meant that")]
    [DataRow("""{ "field": "zip.state", "is": "blank" }""", "Write 'postal_code.state' if you meant that")]
    [DataRow("""{ "field": "dob", "op": "<", "value": 64 }""", """Write a date such as "1985-12-31", or compare 'dob.age_years' with a number""")]
    [DataRow("""{ "field": "state", "op": "in", "values": "CA" }""", """this is text. Write it in brackets: [ "CA" ]""")]
    [DataRow("""{ "field": "state", "op": "in", "value": ["CA", "TX"] }""", """this is an array. Write "values": [ … ] for several""")]
    [DataRow("""{ "field": "email", "operator": "equal", "value": "x" }""", "unknown key 'operator'. Write 'op' if you meant that")]
    public void In_a_condition(string condition, string said) =>
        Assert.Contains(said, CampaignText.Mistakes(CampaignText.WithCondition(condition)), StringComparison.Ordinal);

    [TestMethod]
    [DataRow("fields", """{ "roof": "text" }""", "'text' is not known here. Write 'string' if you meant that")]
    [DataRow("fields", """{ "born": "birthday" }""", "Write 'dob' if you meant that")]
    [DataRow("fields", """{ "rooms": "int" }""", "Write 'number' if you meant that")]
    [DataRow("caps", """[ { "id": "daily", "limit": "100", "per": "day" } ]""", "Write how many leads, such as 500, or how much money")]
    [DataRow("caps", """[ { "id": "daily", "limit": 100, "per": "daily" } ]""", "Write 'day' if you meant that")]
    [DataRow("caps", """[ { "id": "daily", "max": 100, "per": "day" } ]""", "unknown key 'max'. Write 'limit' if you meant that")]
    [DataRow("prices", """[ { "price": "$28" } ]""", "this is text. Write 28, a number without quotes")]
    [DataRow("prices", """[ { "price": "$1,250.50" } ]""", "Write 1250.50, a number without quotes")]
    [DataRow("hours", """{ "days": { "mon": [ ["08:00", "17:00"] ] } }""", "unknown key 'mon'. Write 'monday' if you meant that")]
    [DataRow("hours", """{ "days": { "monday": [ ["8:00", "17:00"] ] } }""", "'8:00' is not a time of day. Write 08:00")]
    [DataRow("hours", """{ "days": { "monday": [ ["08:00", "5:30 PM"] ] } }""", "Write 17:30")]
    [DataRow("hours", """{ "days": { "monday": [ ["08:00", "17:00"] ] }, "holidays": [ "Dec 25, 2026" ] }""", "'Dec 25, 2026' is not a date. Write 2026-12-25")]
    [DataRow("hours", """{ "days": { "monday": [ ["08:00", "17:00"] ] }, "holidays": [ "25 December 2026" ] }""", "Write 2026-12-25")]
    public void In_a_section(string section, string json, string said) =>
        Assert.Contains(said, CampaignText.Mistakes(CampaignText.With(section, json)), StringComparison.Ordinal);

    [TestMethod]
    [DataRow("""{ "id": "a", "category": "age", "reason": "r", "acceptWhen": { "field": "email", "is": "valid" } }""", "a rule says when to reject, and has no 'acceptWhen'. Write \"rejectWhen\": { \"not\": … } around this condition, or its contrary")]
    [DataRow("""{ "id": "a", "category": "age", "reason": "r", "when": { "field": "email", "is": "valid" } }""", "unknown key 'when'. Write 'rejectWhen' if you meant that")]
    [DataRow("""{ "id": "a", "category": "duplicate", "reason": "r", "rejectWhen": { "field": "email", "is": "valid" } }""", "'duplicate' is the category of the section \"duplicates\". Say it in that section, or give the rule one of: contact,")]
    [DataRow("""{ "id": "a", "category": "capacity", "reason": "r", "rejectWhen": { "field": "email", "is": "valid" } }""", "'capacity' is the category of the section \"caps\".")]
    [DataRow("""{ "id": "a", "category": "age", "reason": "r", "always": "yes", "rejectWhen": { "field": "email", "is": "valid" } }""", "this is text. Write true without quotes")]
    [DataRow("""{ "id": "a", "category": "age", "reason": "r", "mode": "disabled", "rejectWhen": { "field": "email", "is": "valid" } }""", "'disabled' is not known here. Write 'off' if you meant that")]
    public void In_a_rule(string rule, string said) =>
        Assert.Contains(said, CampaignText.Mistakes(CampaignText.With("rules", $"[ {rule} ]")), StringComparison.Ordinal);

    [TestMethod]
    public void A_fact_that_a_look_up_does_not_name_is_to_be_added_to_its_facts() => Assert.Contains(
        "the look-up 'line' has no fact 'carrier'. Add \"carrier\" to \"facts\" of the look-up 'line', or use one of: line.type",
        CampaignText.Mistakes(CampaignText.With(
            ("lookups", """{ "line": { "url": "https://check.example/x", "facts": { "type": "$.type" } } }"""),
            ("rules", CampaignText.RuleWith("""{ "field": "line.carrier", "op": "equal", "value": "x" }""")))),
        StringComparison.Ordinal);

    [TestMethod]
    public void A_suppression_list_that_nothing_asks_is_to_be_added() => Assert.Contains(
        "no suppression list 'optouts' is asked. Add the list to the section \"suppression\", or write 'suppression.opt-outs' if you meant that",
        CampaignText.Mistakes(CampaignText.With(
            ("suppression", """[ { "list": "customers", "by": ["email"], "reason": "known" } ]"""),
            ("rules", CampaignText.RuleWith("""{ "field": "suppression.optouts", "is": "true" }""")))),
        StringComparison.Ordinal);
}
