using System.Diagnostics;
using System.Text;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Files;

namespace LeadFilter.Tests.Campaigns;

/// <summary>Campaign files that are made to hang, grow or crash the filter: G10 and G11 hold for them, too.</summary>
[TestClass]
public sealed class HostileCampaignTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void A_chain_of_50_000_named_conditions_does_not_use_up_the_stack(bool longestFirst)
    {
        var links = Enumerable.Range(1, 50_000).Select(at => $$""" "c{{at}}": { "use": "c{{at - 1}}" } """);
        var chain = string.Join(",\n", longestFirst ? links.Reverse() : links);
        var result = Load(CampaignText.With(
            ("conditions", $$"""{ "c0": { "field": "email", "is": "invalid" }, {{chain}} }"""),
            ("rules", longestFirst ? CampaignText.RuleWith("""{ "use": "c50000" }""") : "[]")));
        if (longestFirst)
        {
            Assert.Contains("more than 64 named conditions use each other", result.Mistakes[0].Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.IsEmpty(result.Mistakes);
        }
    }

    [TestMethod]
    [DataRow(2, true)]
    [DataRow(3, false)]
    [DataRow(7, false)]
    public void Conditions_that_multiply_each_other_are_a_mistake_before_they_cost_anything(int levels, bool allowed)
    {
        var wide = Enumerable.Range(1, levels).Select(at =>
            $$""" "c{{at}}": { "all": [ {{string.Join(", ", Enumerable.Repeat($$"""{ "use": "c{{at - 1}}" }""", 40))}} ] } """);
        var result = Load(CampaignText.With(
            ("conditions", $$"""{ "c0": { "field": "email", "is": "valid" }, {{string.Join(",\n", wide)}} }"""),
            ("rules", CampaignText.RuleWith($$"""{ "use": "c{{levels}}" }"""))));
        if (!allowed)
        {
            Assert.Contains("more than 10000 tests", result.Mistakes.Single().Message, StringComparison.Ordinal);
            return;
        }

        Assert.IsFalse(TestLead.Decide(result.Value!, ("email", "a@example.com")).IsAccepted);
    }

    [TestMethod]
    [DataRow("(a+)+$")]
    [DataRow("(a|aa)+$")]
    [DataRow("(.*a){20}b")]
    [DataRow("(((a{100}){100}){100}){100}")]
    [DataRow("((a{0,100}){0,100}){0,100}")]
    [DataRow("(?:a?){500}a{500}")]
    [DataRow("[\\w-]*[\\w-]*[\\w-]*[\\w-]*[\\w-]*[\\w-]*[\\w-]*[\\w-]*@")]
    [DataRow("(x+x+)+y")]
    [DataRow("^(([a-z])+.)+[A-Z]([a-z])+$")]
    [DataRow("(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)[^a]{200}a")]
    [DataRow("(?:(?:(?:\\p{L}|\\d){1,60}){1,60}){1,60}z")]
    public void A_pattern_that_explodes_is_a_mistake_or_quick(string pattern)
    {
        var started = Stopwatch.GetTimestamp();
        var result = Load(CampaignText.WithCondition($$"""{ "field": "comments", "op": "matches", "value": "{{pattern.Replace("\\", "\\\\", StringComparison.Ordinal)}}" }"""));
        if (result.Value is { } campaign)
        {
            TestLead.Decide(campaign, ("comments", new string('a', 60_000) + "!"));
        }

        Assert.IsLessThan(Soon, Stopwatch.GetElapsedTime(started));
    }

    private static LoadResult<Campaign> Load(string json)
    {
        var started = Stopwatch.GetTimestamp();
        var result = CampaignLoader.Load("loans.json", Encoding.UTF8.GetBytes(json), TestCampaign.Vendors);
        Assert.IsLessThan(Soon, Stopwatch.GetElapsedTime(started));
        return result;
    }
}
