using System.Text;
using LeadFilter.Core.Campaigns.Loading;

namespace LeadFilter.Tests.Campaigns.Warnings;

[TestClass]
public sealed class CampaignWarningTests
{
    private const string NoEmail = """{ "field": "email", "is": "invalid" }""";

    [TestMethod]
    public void A_warning_says_its_place_and_what_to_do()
    {
        var json = CampaignText.WithCondition(NoEmail);
        var warnings = CampaignLoader.Load("campaigns/loans.json", Encoding.UTF8.GetBytes(json), TestCampaign.Vendors).Warnings;

        Assert.AreEqual(
            "campaigns/loans.json:7:53 $.rules[0].reason: the reason 'r' has no text, so vendors see 'R'. Add \"text\": what is wrong with the lead, in a sentence.",
            warnings.Single(warning => warning.Path.EndsWith("reason", StringComparison.Ordinal)).ToString());
    }

    [TestMethod]
    public void A_campaign_with_mistakes_is_not_warned_of() =>
        Assert.IsEmpty(CampaignLoader.Load("loans.json", Encoding.UTF8.GetBytes(CampaignText.With(("rules", CampaignText.RuleWith(NoEmail)), ("version", "1"))), TestCampaign.Vendors).Warnings);

    [TestMethod]
    public void A_reason_with_a_text_is_not_warned_of() => Assert.AreEqual("", WarningList.Of("has no text", ("rules", WarningList.Rules(WarningList.Rule("a", NoEmail)))));

    [TestMethod]
    public void A_suppression_list_without_a_text_and_with_the_reason_of_a_rule_is_warned_of() => Assert.AreEqual(
        "$.suppression[0].reason: the reason 'a' has no text, so vendors see 'A'\n"
        + "$.suppression[0].reason: the reason 'a' is of the category suppressed here and age in the rule 'a'",
        WarningList.Of("the reason", ("timeZone", """ "UTC", "suppression": [ { "list": "l", "by": ["email"], "reason": "a" } ]"""), ("rules", WarningList.Rules(WarningList.Rule("a", NoEmail)))));

    [TestMethod]
    [DataRow("age", "")]
    [DataRow("contact", "$.rules[1].reason: the reason 'bad' is of the category contact here and age in the rule 'a'")]
    public void A_reason_of_two_categories_is_warned_of(string category, string warnings) => Assert.AreEqual(
        warnings,
        WarningList.Of("category", ("rules", WarningList.Rules(WarningList.Rule("a", NoEmail, reason: "bad"), WarningList.Rule("b", NoEmail, category: category, reason: "bad")))));

    [TestMethod]
    [DataRow("""{ "acme": { "rejects": ["age", "duplicate"] } }""", "")]
    [DataRow("""{ "acme": { }, "bright": { "rejects": [] } }""", "")]
    [DataRow("""{ }""", "")]
    [DataRow("""{ "acme": { "rejects": ["duplicate"] }, "bright": { "rejects": ["fraud"] } }""", "$.rules[0].category: no vendor accepts rejections for age, so nothing is rejected for it")]
    [DataRow("""{ "acme": { "rejects": ["age"] } }""", "$.duplicates: no vendor accepts rejections for duplicate, so nothing is rejected for it")]
    public void A_category_that_no_vendor_accepts_is_warned_of(string vendors, string warnings) => Assert.AreEqual(
        warnings, WarningList.Of("no vendor accepts", ("rules", WarningList.Rules(WarningList.Rule("a", NoEmail), WarningList.Rule("b", NoEmail))), ("vendors", vendors)));

    [TestMethod]
    [DataRow(""" "caps": [ { "id": "c", "limit": 1, "per": "day" } ]""", "$.caps: no vendor accepts rejections for capacity, so nothing is rejected for it")]
    [DataRow(""" "caps": [ { "id": "c", "limit": 1, "per": "day", "mode": "shadow" } ]""", "")]
    [DataRow(""" "suppression": [ { "list": "l", "by": ["email"], "reason": "known" } ]""", "$.suppression: no vendor accepts rejections for suppressed, so nothing is rejected for it")]
    [DataRow(""" "suppression": [ { "list": "l", "by": ["email"], "reason": "known", "always": true } ]""", "")]
    public void A_section_that_no_vendor_accepts_is_warned_of(string section, string warnings) => Assert.AreEqual(
        warnings, WarningList.Of("no vendor accepts", ("timeZone", $"\"UTC\", {section}"), ("vendors", """{ "acme": { "rejects": ["age", "duplicate"] } }""")));

    [TestMethod]
    public void A_rule_that_holds_always_needs_no_vendor_to_accept_it() => Assert.AreEqual(
        "", WarningList.Of("no vendor accepts", ("rules", WarningList.Rules(WarningList.Rule("a", NoEmail, """, "always": true"""))), ("vendors", """{ "acme": { "rejects": ["duplicate"] } }""")));

    [TestMethod]
    public void A_rule_without_an_example_is_warned_of() => Assert.AreEqual(
        "$.rules[1]: no example is rejected by the rule 'b'",
        WarningList.Of(
            "example",
            ("rules", WarningList.Rules(
                WarningList.Rule("a", NoEmail, reason: "same"),
                WarningList.Rule("b", """{ "field": "age", "op": "<", "value": 18 }""", reason: "same"),
                WarningList.Rule("c", NoEmail, """, "mode": "shadow" """))),
            ("examples", """[ { "lead": { "age": 20 }, "expect": "same" } ]""")));

    [TestMethod]
    public void A_campaign_without_examples_is_warned_of_once() => Assert.AreEqual(
        "$: no example shows what the rules do", WarningList.Of("example", ("rules", WarningList.Rules(WarningList.Rule("a", NoEmail), WarningList.Rule("b", NoEmail)))));

    [TestMethod]
    [DataRow("", "")]
    [DataRow(""", "fields": { "Mail": "email" }""", "$.fields.pet: nothing uses the field 'pet'\n$.aliases.animal: nothing uses 'pet', of which 'animal' is an alias")]
    [DataRow(""", "fields": { "Pet": "pet" }""", "")]
    public void A_field_that_neither_a_rule_nor_the_crm_uses_is_warned_of(string delivered, string warnings) => Assert.AreEqual(
        warnings,
        WarningList.Of(
            "nothing uses",
            ("fields", """{ "pet": "string", "roof": "string" }"""),
            ("aliases", """{ "animal": "pet", "mail": "email", "top": "roof" }"""),
            ("rules", WarningList.Rules(WarningList.Rule("a", """{ "field": "top", "op": "equal", "value": "x" }"""))),
            ("delivery", $$"""{ "type": "webhook", "url": "/crm"{{delivered}} }""")));

    [TestMethod]
    [DataRow("2026-11-25", "$.vendors.acme.trialUntil: the trial of 'acme' has ended on 2026-11-25")]
    [DataRow("2026-11-26", "")]
    public void A_trial_that_has_ended_is_warned_of(string until, string warnings) => Assert.AreEqual(
        warnings, WarningList.Of("trial", ("vendors", $$"""{ "acme": { "mode": "trial", "trialUntil": "{{until}}" } }""")));
}
