using System.Diagnostics;
using System.Text;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Vendors;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Campaigns;

[TestClass]
public sealed class LoadingSpeedTests
{
    /// <summary>Generous, for a busy machine; on a quiet one each takes less than a second.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public required TestContext TestContext { get; set; }

    [TestMethod]
    public void The_sample_campaign_loads()
    {
        var solar = File.ReadAllBytes(Path.Combine(SampleFiles.Root, "campaigns", "solar.json"));
        var vendors = VendorDirectoryLoader.Load("vendors.json", File.ReadAllBytes(Path.Combine(SampleFiles.Root, "campaigns", "vendors.json"))).Value!;
        var took = new List<TimeSpan>();
        for (var run = 0; run < 20; run++)
        {
            var start = Stopwatch.GetTimestamp();
            Assert.IsEmpty(CampaignLoader.Load("solar.json", solar, vendors).Mistakes);
            took.Add(Stopwatch.GetElapsedTime(start));
        }

        took.Sort();
        TestContext.WriteLine($"solar.json: median {took[10].TotalMilliseconds:0.0} ms");
    }

    [TestMethod]
    public void Five_thousand_rules_load_in_seconds()
    {
        var rules = string.Join(",\n", Enumerable.Range(0, 5000).Select(at => $$"""
            { "id": "rule-{{at}}", "category": "age", "reason": "reason_{{at}}", "rejectWhen": { "all": [
              { "field": "page_views", "op": "<", "value": {{at}} }, { "field": "email.domain", {{(at % 10 == 0 ? $"\"op\": \"matches\", \"value\": \"^mail{at / 100}\"" : $"\"op\": \"in\", \"values\": [\"mail{at}.example\", \"post{at}.example\"]")}} } ] } }
            """));
        var campaign = Timed("5,000 rules", CampaignText.With("rules", $"[{rules}]"));
        // And that of the built-in list.
        Assert.HasCount(5001, campaign.Rules);
    }

    [TestMethod]
    public void A_list_of_a_hundred_thousand_values_loads_in_seconds()
    {
        var values = string.Join(',', Enumerable.Range(0, 100_000).Select(at => $"\"domain-{at}.example\""));
        var campaign = Timed("100,000 values", CampaignText.WithCondition($$"""{ "field": "email.domain", "op": "in", "values": [{{values}}] }"""));
        Assert.AreEqual("r", TestLead.Decide(campaign, ("email", "ann@DOMAIN-99999.example")).Primary?.Ground.Reason.ToString());
        Assert.IsTrue(TestLead.Decide(campaign, ("email", "ann@domain-100000.example")).IsAccepted);
    }

    [TestMethod]
    public void Five_thousand_rules_and_a_million_values_in_lists_load_in_seconds()
    {
        var lists = new Dictionary<string, byte[]>
        {
            ["sources.txt"] = Lines(100_000, at => $"Site {at:00000}"),
            ["domains.txt"] = Lines(400_000, at => $"domain-{at}.example"),
            ["phones.txt"] = Lines(300_000, at => $"(415) 2{at / 10_000:00}-{at % 10_000:0000}"),
            ["numbers.txt"] = Lines(200_000, at => $"{at * 3}"),
        };
        (string Field, string List)[] uses = [("source", "sources"), ("email.domain", "domains"), ("phone_1", "phones"), ("page_views", "numbers")];
        var rules = string.Join(",\n", Enumerable.Range(0, 5000).Select(at => $$"""
            { "id": "rule-{{at}}", "category": "age", "reason": "reason_{{at}}", "rejectWhen": { "all": [
              { "field": "{{uses[at % 4].Field}}", "op": "in", "list": "{{uses[at % 4].List}}" }, { "field": "sub_id", "op": "equal", "value": "s{{at}}" } ] } }
            """));
        var json = Encoding.UTF8.GetBytes(CampaignText.With(
            ("lists", """{ "sources": "sources.txt", "domains": "domains.txt", "phones": "phones.txt", "numbers": "numbers.txt" }"""), ("rules", $"[{rules}]")));
        var start = Stopwatch.GetTimestamp();
        var result = CampaignLoader.Load("loans.json", json, TestCampaign.Vendors, path => lists[path]);
        var took = Stopwatch.GetElapsedTime(start);
        TestContext.WriteLine($"5,000 rules and 1,000,000 values: {took.TotalMilliseconds:0} ms");
        Assert.IsEmpty(result.Mistakes);
        Assert.AreEqual("reason_4", TestLead.Decide(result.Value!, ("source", "SITE  99999"), ("sub_id", "s4")).Primary?.Ground.Reason.ToString());
        Assert.AreEqual("reason_5", TestLead.Decide(result.Value!, ("email", "ann@DOMAIN-399999.example"), ("sub_id", "s5")).Primary?.Ground.Reason.ToString());
        Assert.AreEqual("reason_6", TestLead.Decide(result.Value!, ("phone_1", "415-229-9999"), ("sub_id", "s6")).Primary?.Ground.Reason.ToString());
        Assert.AreEqual("reason_7", TestLead.Decide(result.Value!, ("page_views", "599997"), ("sub_id", "s7")).Primary?.Ground.Reason.ToString());
        Assert.IsTrue(TestLead.Decide(result.Value!, ("page_views", "599998"), ("sub_id", "s7")).IsAccepted);
        Assert.IsLessThan(Limit, took);
    }

    [TestMethod]
    public void A_thousand_vendors_share_one_compiled_list()
    {
        var vendors = new VendorDirectory([.. Enumerable.Range(0, 1000).Select(at => new Vendor(TestCampaign.Id($"vendor-{at}"), "", []))]);
        var values = string.Join(',', Enumerable.Range(0, 20_000).Select(at => $"\"domain-{at}.example\""));
        var json = CampaignText.With(
            ("rules", CampaignText.RuleWith($$"""{ "field": "email.domain", "op": "in", "values": [{{values}}] }""")),
            ("vendors", $"{{{string.Join(',', vendors.All.Select(vendor => $"\"{vendor.Id}\": {{}}"))}}}"));
        var start = Stopwatch.GetTimestamp();
        Assert.HasCount(1000, CampaignLoader.Load("loans.json", Encoding.UTF8.GetBytes(json), vendors).Value!.Policies);
        var took = Stopwatch.GetElapsedTime(start);
        TestContext.WriteLine($"1,000 vendors: {took.TotalMilliseconds:0} ms");
        Assert.IsLessThan(Limit, took);
    }

    private static byte[] Lines(int count, Func<int, string> line) => Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, count).Select(line)));

    private Core.Campaigns.Campaign Timed(string what, string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var start = Stopwatch.GetTimestamp();
        var result = CampaignLoader.Load("loans.json", bytes, TestCampaign.Vendors);
        var took = Stopwatch.GetElapsedTime(start);
        TestContext.WriteLine($"{what}: {took.TotalMilliseconds:0} ms for {bytes.Length / 1024} KB");
        Assert.IsEmpty(result.Mistakes);
        Assert.IsLessThan(Limit, took);
        return result.Value!;
    }
}
