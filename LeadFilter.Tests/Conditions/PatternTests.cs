using System.Text.Json;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Patterns;
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
    [DataRow("(.*[a-m]{1,2}.{14})*b.{180}x$")]
    [DataRow("((.{1,2}b?){1,2}c?){1,2}!x$")]
    [DataRow("([a-m].{8}|[n-z].{7}|.b.{1})*b.{180}x$")]
    [DataRow("[a-m].{1,100}[n-z].{1,100}x$")]
    [DataRow("[a-m].{200}x$")]
    public void A_wicked_pattern_reads_the_longest_text_with_bounded_work(string pattern)
    {
        var campaign = TestCampaign.Loaded(CampaignText.WithCondition($$"""{ "field": "comments", "op": "matches", "value": "{{pattern}}" }"""));
        foreach (var text in (string[])[new('a', 4095), Scrambled("ab"), Scrambled("abcdefghijklmnopqrstuvwxyz")])
        {
            var lead = TestLead.Of(campaign, ("comments", text + "!"));
            var before = GC.GetAllocatedBytesForCurrentThread();
            campaign.PolicyWithoutContract.Decide(lead);
            Assert.IsLessThan(400L << 20, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    [TestMethod]
    [DataRow(@"(.*[a-m]{1,2}.{200})*b.{60}x$", "202 characters are counted inside a part that is repeated itself, as in (.{20})*. Use smaller counts there, 16 characters in all, or use several conditions.")]
    [DataRow("(a{1,20}){1,20}$", "400 characters are counted inside")]
    [DataRow("((a{1,10}b?){1,10}c?){1,10}$", "are counted inside")]
    [DataRow("(.{17})+", "17 characters are counted inside")]
    [DataRow("(.{9}){2}", "18 characters are counted inside")]
    [DataRow("(.{9}){0,2}", "18 characters are counted inside")]
    [DataRow("(?:(?<name>[a-z]{17}))*", "17 characters are counted inside")]
    [DataRow("a{201}", "the counts of this pattern, such as {500}, stand for 201 characters when they are written out. Use smaller counts, 200 characters in all, or use several conditions.")]
    public void A_pattern_that_would_explode_is_refused_and_told_why(string pattern, string said) =>
        Assert.Contains(said, Mistakes(pattern), StringComparison.Ordinal);

    [TestMethod]
    [DataRow("^[0-9a-f]{40}$")]
    [DataRow("^(?:[0-9]{3}[- ]?){2}[0-9]{4}$")]
    [DataRow("[A-HJ-NPR-Z0-9]{17}")]
    [DataRow(@"^\d{5}(-\d{4})?$")]
    [DataRow("(.{16})*")]
    [DataRow("(.{8}){2}")]
    [DataRow("[]a{31}]*b{200}")]
    [DataRow(@"(\{31,}x\)[^\]]a{,31})*")]
    [DataRow(@"(?#(.{31}*)(?i:a)\p{L}\x41{2}")]
    public void A_pattern_of_ordinary_counts_is_taken(string pattern) => Assert.AreEqual("", Mistakes(pattern));

    [TestMethod]
    public void Patterns_that_take_too_much_memory_together_are_refused()
    {
        var conditions = string.Join(", ", Enumerable.Range(0, 400).Select(number =>
            $$"""{ "field": "comments", "op": "matches", "value": "\\w{{number}}\\s" }"""));

        Assert.Contains("the patterns up to here already take 128 MB", CampaignText.Mistakes(CampaignText.WithCondition($$"""{ "any": [{{conditions}}] }""")), StringComparison.Ordinal);
    }

    [TestMethod]
    public void What_engines_learn_is_forgotten_before_it_takes_too_much()
    {
        var memory = new PatternMemory();
        var pattern = new Pattern("[a-m].{1,100}[n-z].{1,100}x$", memory);
        for (var number = 0; number < 100 && memory.Generation == 0; number++)
        {
            pattern.IsIn(Scrambled("abcdefghijklmnopqrstuvwxyz", number), out _);
        }

        Assert.AreEqual(1, memory.Generation);
        Assert.IsTrue(pattern.IsIn("aa" + new string('-', 40) + "nnx", out _));
    }

    [TestMethod]
    public void When_patterns_have_learned_too_much_for_one_lead_the_rest_is_indeterminate_and_told()
    {
        var (campaign, lead) = TooMuch();

        Assert.IsTrue(campaign.PolicyWithoutContract.Decide(lead).PatternGaveUp);
        Assert.IsFalse(campaign.PolicyWithoutContract.Decide(TestLead.Of(campaign, ("comments", "hello"))).PatternGaveUp);
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

    /// <summary>A campaign, and a lead on which its patterns work too long.</summary>
    internal static (Campaign Campaign, Lead Lead) TooMuch()
    {
        var conditions = string.Join(", ", Enumerable.Range(0, 40).Select(number =>
            $$"""{ "field": "comments", "op": "matches", "value": "[a-m].{1,100}[n-z].{1,100}x{{number}}$" }"""));
        var campaign = TestCampaign.Loaded(CampaignText.WithCondition($$"""{ "any": [{{conditions}}] }"""));
        return (campaign, TestLead.Of(campaign, ("comments", Scrambled("abcdefghijklmnopqrstuvwxyz"))));
    }

    private static string Mistakes(string pattern) =>
        CampaignText.Mistakes(CampaignText.WithCondition($$"""{ "field": "comments", "op": "matches", "value": {{JsonSerializer.Serialize(pattern)}} }"""));

    /// <summary>4,095 letters without an order that an engine could learn.</summary>
    private static string Scrambled(string letters, int seed = 0) => string.Create(4095, (letters, seed), static (text, from) =>
    {
        var random = new Random(from.seed);
        foreach (ref var letter in text)
        {
            letter = from.letters[random.Next(from.letters.Length)];
        }
    });
}
