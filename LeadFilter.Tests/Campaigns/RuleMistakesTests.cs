namespace LeadFilter.Tests.Campaigns;

/// <summary>What is said of mistakes in rules: line, column, JSON path, what is wrong and what to do.</summary>
[TestClass]
public sealed class RuleMistakesTests
{
    [TestMethod]
    [DataRow(
        null,
        """1:1 $: 'rules' is missing. Add "rules": [ … ].""")]
    [DataRow(
        "{}",
        "7:10 $.rules: this is an object. Write an array [ … ].")]
    [DataRow(
        "[ 5 ]",
        "7:12 $.rules[0]: this is a number. Write an object { … }.")]
    [DataRow(
        "[{}]",
        """7:11 $.rules[0]: 'id' is missing. Add "id": "a-short-name".""" + "\n"
            + """7:11 $.rules[0]: 'reason' is missing. Add "reason": "a_code_for_vendors".""" + "\n"
            + """7:11 $.rules[0]: 'category' is missing. Add "category": one of contact, fraud, consent, lead_type, age, criteria.""" + "\n"
            + """7:11 $.rules[0]: 'rejectWhen' is missing. Add "rejectWhen": { "field": …, "is": … }.""")]
    [DataRow(
        """[{ "id": "A b", "category": "age", "reason": "r", "rejectWhen": { "field": "email", "is": "invalid" } }]""",
        "7:19 $.rules[0].id: 'A b' is not a valid id. Write 1 to 64 of a-z, 0-9, '-' and '_', beginning with a letter or digit.")]
    [DataRow(
        """[{ "id": "a", "category": "ages", "reason": "r", "rejectWhen": { "field": "email", "is": "invalid" } }]""",
        "7:36 $.rules[0].category: 'ages' is not known here. Write 'age' if you meant that; there are: contact, fraud, consent, lead_type, age, criteria.")]
    [DataRow(
        """[{ "id": "a", "category": "duplicate", "reason": "r", "rejectWhen": { "field": "email", "is": "invalid" } }]""",
        "7:36 $.rules[0].category: 'duplicate' is the category of the section \"duplicates\". Say it in that section, or give the rule one of: contact, fraud, consent, lead_type, age, criteria.")]
    [DataRow(
        """[{ "id": "a", "category": "age", "reason": "Too Old", "rejectWhen": { "field": "email", "is": "invalid" } }]""",
        "7:53 $.rules[0].reason: 'Too Old' is not a valid reason code. Write 1 to 64 of a-z, 0-9 and '_', beginning with a letter.")]
    [DataRow(
        """[{ "id": "a", "category": "age", "reason": "duplicate", "rejectWhen": { "field": "email", "is": "invalid" } }]""",
        """7:53 $.rules[0].reason: 'duplicate' is the reason of the section "duplicates". Choose another code.""")]
    [DataRow(
        """[{ "id": "a", "category": "age", "reason": "accept", "rejectWhen": { "field": "email", "is": "invalid" } }]""",
        "7:53 $.rules[0].reason: 'accept' says in examples that a lead is bought. Choose another code.")]
    [DataRow(
        """[{ "id": "a", "category": "age", "reason": "r", "text": "", "mode": "shade", "onMissing": "accepts", "rejectwhen": 1 }]""",
        """7:11 $.rules[0]: 'rejectWhen' is missing. Add "rejectWhen": { "field": …, "is": … }.""" + "\n"
            + "7:66 $.rules[0].text: this text is empty. Write something, or remove the key." + "\n"
            + "7:78 $.rules[0].mode: 'shade' is not known here. Use one of: enforced, shadow, off." + "\n"
            + "7:100 $.rules[0].onMissing: 'accepts' is not known here. Write 'accept' if you meant that; there are: reject, accept." + "\n"
            + "7:125 $.rules[0].rejectwhen: unknown key 'rejectwhen'. Write 'rejectWhen' if you meant that, otherwise remove it.")]
    [DataRow(
        """[{ "id": "a", "category": "age", "reason": "r", "rejectWhen": { "field": "email", "is": "invalid" } }, { "id": "a", "category": "age", "reason": "r", "rejectWhen": { "field": "email", "is": "invalid" } }]""",
        "7:121 $.rules[1].id: another rule has the id 'a'. Give each rule an id of its own.")]
    public void Rules(string? json, string mistakes) => Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.With("rules", json)));
}
