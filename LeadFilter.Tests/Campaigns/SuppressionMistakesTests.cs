namespace LeadFilter.Tests.Campaigns;

/// <summary>What is said of mistakes in the section suppression. It stands in line 2 here.</summary>
[TestClass]
public sealed class SuppressionMistakesTests
{
    [TestMethod]
    [DataRow(
        "{}",
        "2:16 $.suppression: this is an object. Write an array [ … ].")]
    [DataRow(
        "[ 1 ]",
        "2:18 $.suppression[0]: this is a number. Write an object { … }.")]
    [DataRow(
        "[ {} ]",
        """2:18 $.suppression[0]: 'list' is missing. Add "list": "customers".""" + "\n"
            + """2:18 $.suppression[0]: 'by' is missing. Add "by": [ "email", "phone_1" ].""" + "\n"
            + """2:18 $.suppression[0]: 'reason' is missing. Add "reason": "a_code_for_vendors".""")]
    [DataRow(
        """[ { "list": "My customers", "by": ["email"], "reason": "r" } ]""",
        "2:28 $.suppression[0].list: 'My customers' is not a valid list name. Write 1 to 64 of a-z, 0-9, '-' and '_', beginning with a letter or digit.")]
    [DataRow(
        """[ { "list": "a", "by": ["email"], "reason": "r" }, { "list": "a", "by": ["phone_1"], "reason": "r" } ]""",
        "2:77 $.suppression[1].list: the list 'a' is asked twice. Name each list once, with everything that it is asked for under 'by'.")]
    [DataRow(
        """[ { "list": "a", "by": [], "reason": "R!", "until": 1, "mode": "on", "text": 1 } ]""",
        """2:39 $.suppression[0].by: 'by' names 0 fields. Name 1 to 8, such as "email", "phone_1", "address", "email.domain".""" + "\n"
            + "2:53 $.suppression[0].reason: 'R!' is not a valid reason code. Write 1 to 64 of a-z, 0-9 and '_', beginning with a letter." + "\n"
            + "2:68 $.suppression[0].until: unknown key 'until'. Remove it, or use one of: list, by, reason, text, mode, always." + "\n"
            + "2:79 $.suppression[0].mode: 'on' is not known here. Write 'enforced' if you meant that; there are: enforced, shadow, off." + "\n"
            + """2:93 $.suppression[0].text: this is a number. Write text in "quotes".""")]
    [DataRow(
        """[ { "list": "a", "by": ["first_name", "email", "email", "mail", 1], "reason": "r" } ]""",
        """2:40 $.suppression[0].by[0]: no suppression list holds what 'first_name' is. Name an e-mail or phone field, the domain of an e-mail or web address (email.domain), or "address" for street and postal code.""" + "\n"
            + "2:63 $.suppression[0].by[2]: 'email' is named twice. Name each field once." + "\n"
            + """2:72 $.suppression[0].by[3]: there is no field 'mail'. Write 'email' if you meant that, otherwise declare it under "fields".""" + "\n"
            + """2:80 $.suppression[0].by[4]: this is a number. Write text in "quotes".""")]
    [DataRow(
        """[ { "list": "a", "by": ["email"], "reason": "duplicate" } ]""",
        """2:60 $.suppression[0].reason: 'duplicate' is the reason of the section "duplicates". Choose another code.""")]
    public void Suppression(string json, string mistakes) =>
        Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.WithKey($"\"suppression\": {json},\n")));

    [TestMethod]
    public void More_lists_than_a_lead_can_be_asked_for_are_refused() => Assert.AreEqual(
        "2:16 $.suppression: there are 21 suppression lists. Ask at most 20; put lists that mean the same into one.",
        CampaignText.Mistakes(CampaignText.WithKey(
            $"\"suppression\": [{string.Join(',', Enumerable.Range(0, 21).Select(at => $$"""{ "list": "l{{at}}", "by": ["email"], "reason": "r" }"""))}],\n")));

    [TestMethod]
    public void No_vendor_can_send_the_field_of_a_list() => Assert.AreEqual(
        "6:30 $.fields['suppression.a']: 'suppression.a' is derived from another field already. Choose another name.",
        CampaignText.Mistakes(CampaignText.With("fields", """{ "suppression.a": "boolean" }""").Insert(2, """
            "suppression": [ { "list": "a", "by": ["email"], "reason": "r" } ],

            """)));

    [TestMethod]
    public void A_list_identifies_nobody() => Assert.Contains(
        "'suppression.a' is looked up and identifies nobody. Name fields that the lead has.",
        CampaignText.Mistakes(CampaignText.With("duplicates", """{ "by": ["suppression.a"], "windowDays": 90 }""").Insert(2, """
            "suppression": [ { "list": "a", "by": ["email"], "reason": "r" } ],

            """)), StringComparison.Ordinal);
}
