using LeadFilter.Core.Conditions;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Conditions;

/// <summary>What conditions say of given leads.</summary>
[TestClass]
public sealed class TruthTests
{
    // A match, a miss, one that cannot be said and one that cannot be read, for the lead of these tests.
    private const string Yes = """{ "field": "city", "op": "equal", "value": "reno" }""";
    private const string No = """{ "field": "city", "op": "equal", "value": "austin" }""";
    private const string Unknown = """{ "field": "county", "op": "equal", "value": "washoe" }""";
    private const string Unread = """{ "field": "state", "op": "equal", "value": "CA" }""";

    [TestMethod]
    [DataRow("yyy", Truth.Match, Truth.Match, Truth.NoMatch)]
    [DataRow("yyn", Truth.NoMatch, Truth.Match, Truth.NoMatch)]
    [DataRow("yyu", Truth.Indeterminate, Truth.Match, Truth.NoMatch)]
    [DataRow("ynn", Truth.NoMatch, Truth.Match, Truth.NoMatch)]
    [DataRow("ynu", Truth.NoMatch, Truth.Match, Truth.NoMatch)]
    [DataRow("yuu", Truth.Indeterminate, Truth.Match, Truth.NoMatch)]
    [DataRow("nnn", Truth.NoMatch, Truth.NoMatch, Truth.Match)]
    [DataRow("nnu", Truth.NoMatch, Truth.Indeterminate, Truth.Indeterminate)]
    [DataRow("nuu", Truth.NoMatch, Truth.Indeterminate, Truth.Indeterminate)]
    [DataRow("uuu", Truth.Indeterminate, Truth.Indeterminate, Truth.Indeterminate)]
    [DataRow("yyx", Truth.Unreadable, Truth.Match, Truth.NoMatch)]
    [DataRow("ynx", Truth.NoMatch, Truth.Match, Truth.NoMatch)]
    [DataRow("nnx", Truth.NoMatch, Truth.Unreadable, Truth.Unreadable)]
    [DataRow("yux", Truth.Unreadable, Truth.Match, Truth.NoMatch)]
    [DataRow("nux", Truth.NoMatch, Truth.Unreadable, Truth.Unreadable)]
    [DataRow("uux", Truth.Unreadable, Truth.Unreadable, Truth.Unreadable)]
    [DataRow("xxx", Truth.Unreadable, Truth.Unreadable, Truth.Unreadable)]
    public void Groups_follow_Kleenes_logic_in_any_order(string members, Truth all, Truth any, Truth none)
    {
        int[][] orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
        foreach (var order in orders)
        {
            var list = string.Join(", ", order.Select(at => Condition(members[at])));
            Assert.AreEqual(all, Of($$"""{ "all": [ {{list}} ] }"""));
            Assert.AreEqual(any, Of($$"""{ "any": [ {{list}} ] }"""));
            Assert.AreEqual(none, Of($$"""{ "none": [ {{list}} ] }"""));
        }
    }

    [TestMethod]
    [DataRow('y', Truth.NoMatch)]
    [DataRow('n', Truth.Match)]
    [DataRow('u', Truth.Indeterminate)]
    [DataRow('x', Truth.Unreadable)]
    public void Not_turns_a_truth_round(char member, Truth expected) => Assert.AreEqual(expected, Of($$"""{ "not": {{Condition(member)}} }"""));

    [TestMethod]
    [DataRow('y', "", true)]
    [DataRow('n', "", false)]
    [DataRow('u', "", false)]
    [DataRow('y', """, "onMissing": "reject" """, true)]
    [DataRow('n', """, "onMissing": "reject" """, false)]
    [DataRow('u', """, "onMissing": "reject" """, true)]
    public void What_cannot_be_said_rejects_only_where_the_rule_says_so(char condition, string more, bool rejects)
    {
        var campaign = TestCampaign.Loaded(CampaignText.With("rules", CampaignText.RuleWith(Condition(condition), more)));
        Assert.AreEqual(!rejects, TestLead.Decide(campaign, ("city", "Reno")).IsAccepted);
    }

    [TestMethod]
    [DataRow("yu", Truth.Indeterminate, Truth.Match)]
    [DataRow("nu", Truth.NoMatch, Truth.Indeterminate)]
    [DataRow("yx", Truth.Unreadable, Truth.Match)]
    [DataRow("nx", Truth.NoMatch, Truth.Unreadable)]
    [DataRow("ux", Truth.Unreadable, Truth.Unreadable)]
    public void Groups_of_two_follow_the_same_logic(string members, Truth all, Truth any)
    {
        foreach (var order in (int[][])[[0, 1], [1, 0]])
        {
            var list = string.Join(", ", order.Select(at => Condition(members[at])));
            Assert.AreEqual(all, Of($$"""{ "all": [ {{list}} ] }"""));
            Assert.AreEqual(any, Of($$"""{ "any": [ {{list}} ] }"""));
        }
    }

    [TestMethod]
    [DataRow(8, "")]
    [DataRow(9, "conditions stand more than 8 deep. Split the rule in two, or flatten its groups.")]
    public void Conditions_stand_at_most_8_deep(int depth, string mistake)
    {
        var nested = string.Concat(Enumerable.Repeat("""{ "not": """, depth - 1)) + Yes + new string('}', depth - 1);
        Assert.EndsWith(mistake, CampaignText.Mistakes(CampaignText.WithCondition(nested)), StringComparison.Ordinal);
        Assert.AreEqual(mistake.Length == 0, TestCampaign.Load(CampaignText.WithCondition(nested)).Value is not null);
    }

    [TestMethod]
    [DataRow("monthly", "<", "100", "99.99", Truth.Match)]
    [DataRow("monthly", "<", "100", "100", Truth.NoMatch)]
    [DataRow("monthly", "<=", "100", "100.0", Truth.Match)]
    [DataRow("monthly", ">=", "100", "$100.00", Truth.Match)]
    [DataRow("monthly", ">", "100", "100", Truth.NoMatch)]
    [DataRow("monthly", "equal", "1,000", "1000.0", Truth.Match)]
    [DataRow("monthly", "not equal", "1000", "999", Truth.Match)]
    [DataRow("created_at", "<", "2026-01-01T12:00:00+01:00", "2026-01-01T10:59:59Z", Truth.Match)]
    [DataRow("created_at", ">=", "2026-01-01T12:00:00+01:00", "2026-01-01T11:00:00Z", Truth.Match)]
    [DataRow("tcpa_consent", "equal", "YES", "1", Truth.Match)]
    [DataRow("tcpa_consent", "equal", "false", "no", Truth.Match)]
    [DataRow("state", "equal", "California", "ca", Truth.Match)]
    [DataRow("phone_1", "equal", "415-555-2671", "+14155552671", Truth.Match)]
    [DataRow("phone_1.area", "equal", "415", "(415) 555-2671", Truth.Match)]
    [DataRow("phone_1", "starts with", "+1415", "(415) 555-2671", Truth.Match)]
    [DataRow("city", "equal", "SÃO PAULO", "são  paulo", Truth.Match)]
    [DataRow("city", "ends with", "Beach", "long BEACH", Truth.Match)]
    [DataRow("city", "includes", " b", "Long Beach", Truth.Match)]
    [DataRow("city", "not includes", "x", "Long Beach", Truth.Match)]
    [DataRow("city", "matches", "^long\\\\s", "Long Beach", Truth.Match)]
    [DataRow("city", "not matches", "^long$", "Long Beach", Truth.Match)]
    [DataRow("email.domain", "equal", "gmail.com", "Ann@GMAIL.COM", Truth.Match)]
    [DataRow("email.domain", "equal", "gmail.com", "ann", Truth.Unreadable)]
    [DataRow("age_seconds", ">", "59", "2026-01-01T11:59:00Z", Truth.Match)]
    [DataRow("age_seconds", ">", "60", "2026-01-01T11:59:00Z", Truth.NoMatch)]
    public void Constants_are_read_as_the_field_is(string field, string op, string value, string raw, Truth expected)
    {
        var sent = field == "age_seconds" ? "created_at" : field.Split('.')[0];
        var campaign = TestCampaign.Loaded(CampaignText.With(
            ("fields", """{ "monthly": "number" }"""),
            ("rules", CampaignText.RuleWith($$"""{ "field": "{{field}}", "op": "{{op}}", "value": "{{value}}" }"""))));
        Assert.AreEqual(expected, campaign.PolicyWithoutContract.Explain(TestLead.Of(campaign, (sent, raw))).Rules[0].Result);
    }

    [TestMethod]
    [DataRow("9.99", Truth.NoMatch)]
    [DataRow("10", Truth.Match)]
    [DataRow("20", Truth.Match)]
    [DataRow("20.01", Truth.NoMatch)]
    public void Between_holds_at_both_ends(string raw, Truth expected)
    {
        var campaign = TestCampaign.Loaded(CampaignText.WithCondition("""{ "field": "page_views", "op": "between", "values": [10, 20] }"""));
        Assert.AreEqual(expected, campaign.PolicyWithoutContract.Explain(TestLead.Of(campaign, ("page_views", raw))).Rules[0].Result);
    }

    private static string Condition(char truth) => truth switch { 'y' => Yes, 'n' => No, 'u' => Unknown, _ => Unread };

    private static Truth Of(string condition)
    {
        var campaign = TestCampaign.Loaded(CampaignText.WithCondition(condition));
        return campaign.PolicyWithoutContract.Explain(TestLead.Of(campaign, ("city", "Reno"), ("state", "Atlantis"))).Rules[0].Result;
    }
}
