using System.Diagnostics;
using LeadFilter.Core.Conditions;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Conditions;

/// <summary>Patterns take linear time, whatever the campaign writes and the vendor sends.</summary>
[TestClass]
public sealed class PatternTests
{
    [TestMethod]
    [DataRow(500, "")]
    [DataRow(501, "7:121 $.rules[0].rejectWhen.value: this pattern has 501 characters. Write at most 500, or use several conditions.")]
    public void A_pattern_has_at_most_500_characters(int length, string mistake) =>
        Assert.AreEqual(mistake, CampaignText.Mistakes(CampaignText.WithCondition($$"""{ "field": "comments", "op": "matches", "value": "{{new string('a', length)}}" }""")));

    [TestMethod]
    [DataRow("(a+)+$")]
    [DataRow("^(a|a)*$")]
    [DataRow("^(([a-z])+.)+[A-Z]([a-z])+$")]
    [DataRow("(.*a){12}$")]
    [Timeout(20_000)]
    public void A_wicked_pattern_reads_the_longest_text_in_linear_time(string pattern)
    {
        var campaign = TestCampaign.Loaded(CampaignText.WithCondition($$"""{ "field": "comments", "op": "matches", "value": "{{pattern}}" }"""));
        var lead = TestLead.Of(campaign, ("comments", new string('a', 4095) + "!"));
        var start = Stopwatch.GetTimestamp();
        Assert.IsTrue(campaign.PolicyWithoutContract.Decide(lead).IsAccepted);
        Assert.IsLessThan(TimeSpan.FromSeconds(2), Stopwatch.GetElapsedTime(start));
    }

    [TestMethod]
    [DataRow("matches", 4096, Truth.Match)]
    [DataRow("matches", 4097, Truth.Indeterminate)]
    [DataRow("not matches", 4096, Truth.NoMatch)]
    [DataRow("not matches", 4097, Truth.Indeterminate)]
    public void What_a_text_of_more_than_4096_characters_holds_cannot_be_said(string op, int length, Truth truth)
    {
        var campaign = TestCampaign.Loaded(CampaignText.WithCondition($$"""{ "field": "comments", "op": "{{op}}", "value": "^a+$" }"""));
        Assert.AreEqual(truth, campaign.PolicyWithoutContract.Explain(TestLead.Of(campaign, ("comments", new string('a', length)))).Rules[0].Result);
    }

    [TestMethod]
    [DataRow("^solar$", "SOLAR", true)]
    [DataRow("sol.r", "my solar", true)]
    [DataRow("^r", "solar", false)]
    [DataRow("\\\\bbot\\\\b", "a Bot!", true)]
    [DataRow("\\\\bbot\\\\b", "robot", false)]
    public void A_pattern_is_found_anywhere_and_without_case(string pattern, string text, bool found)
    {
        var campaign = TestCampaign.Loaded(CampaignText.WithCondition($$"""{ "field": "comments", "op": "matches", "value": "{{pattern}}" }"""));
        Assert.AreEqual(found, !TestLead.Decide(campaign, ("comments", text)).IsAccepted);
    }
}
