using System.Net.Http.Headers;
using System.Text;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Suppression;

namespace LeadFilter.Tests.Serving;

/// <summary>How often vendors may ask about persons and send test leads, and what test leads are told: over real Kestrel and SQLite.</summary>
[TestClass]
public sealed class VendorQuotaTests
{
    private const string Unknown = """200 {"known":false}""";
    private const string Duplicates = "/api/campaigns/loans/duplicates";
    private const string Lists =
        """
        "suppression": [
          { "list": "customers", "by": [ "email" ], "reason": "existing_customer" },
          { "list": "unsubscribed", "by": [ "email" ], "reason": "unsubscribed" }
        ],
        """;

    private static readonly string Question =
        $$"""{"email_sha256":"{{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("ann@example.com"u8))}}"}""";

    [TestMethod]
    [DataRow("\"paused\": true")]
    [DataRow("\"questionsPerDay\": 0")]
    [DataRow("\"questionsPerDay\": 500, \"paused\": true")]
    public async Task A_vendor_without_the_right_to_ask_learns_nothing(string terms)
    {
        using var folders = new FilterFolders(campaign: With(terms));
        await using var filter = await FilterUnderTest.StartAsync(folders);
        var answer = await AskAsync(filter, Question);
        Assert.StartsWith("403 ", answer, StringComparison.Ordinal);
        Assert.Contains("urn:leadfilter:problem:may-not-ask", answer, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Questions_beyond_the_quota_are_refused_also_after_a_restart()
    {
        using var folders = new FilterFolders(campaign: With("\"questionsPerDay\": 2"));
        await using (var filter = await FilterUnderTest.StartAsync(folders))
        {
            Assert.AreEqual(Unknown, await AskAsync(filter, Question));
            Assert.AreEqual(Unknown, await AskAsync(filter, Question));
        }

        await using var again = await FilterUnderTest.StartAsync(folders);
        using var response = await PostAsync(again, Duplicates, "acme", Question);
        Assert.AreEqual(429, (int)response.StatusCode);
        Assert.Contains("quota-used-up", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.IsTrue(response.Headers.RetryAfter!.Delta is { TotalSeconds: >= 1 and <= 86_400 });
    }

    [TestMethod]
    public async Task One_vendors_quota_is_not_anothers()
    {
        using var folders = new FilterFolders(campaign: With("\"questionsPerDay\": 1"));
        await using var filter = await FilterUnderTest.StartAsync(folders);
        await AskAsync(filter, Question);
        Assert.StartsWith("429 ", await AskAsync(filter, Question), StringComparison.Ordinal);
        Assert.AreEqual(Unknown, await AskAsync(filter, Question, "bright"));
    }

    [TestMethod]
    public async Task A_question_that_makes_no_sense_does_not_count()
    {
        using var folders = new FilterFolders(campaign: With("\"questionsPerDay\": 1"));
        await using var filter = await FilterUnderTest.StartAsync(folders);
        Assert.StartsWith("400 ", await AskAsync(filter, """{"email_sha256":"x"}"""), StringComparison.Ordinal);
        Assert.AreEqual(Unknown, await AskAsync(filter, Question));
    }

    [TestMethod]
    public async Task Used_quotas_are_listed_with_the_caps()
    {
        using var folders = new FilterFolders(campaign: With("\"questionsPerDay\": 5"));
        await using var filter = await FilterUnderTest.StartAsync(folders);
        await AskAsync(filter, Question);
        await TestAsync(filter, "ann");
        await TestAsync(filter, "ben");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/campaigns/loans/caps");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", FilterVisitor.AdminKey);
        using var response = await filter.Visitor.Http.SendAsync(request);
        var listed = await response.Content.ReadAsStringAsync();
        Assert.Contains(
            """{"id":"contract:questions","scope":"vendor","vendor":"acme","source":null,"by":{},"mode":"enforced","per":"day","counts":"leads","limit":5,"taken":1,"left":4""",
            listed, StringComparison.Ordinal);
        Assert.Contains(
            """{"id":"contract:tests","scope":"vendor","vendor":"acme","source":null,"by":{},"mode":"enforced","per":"day","counts":"leads","limit":1000,"taken":2,"left":998""",
            listed, StringComparison.Ordinal);
        Assert.DoesNotContain("bright", listed, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Test_leads_beyond_the_quota_are_refused_and_others_are_bought()
    {
        using var folders = new FilterFolders(campaign: With("\"testsPerDay\": 1"));
        await using var filter = await FilterUnderTest.StartAsync(folders);
        Assert.AreEqual(201, (await TestAsync(filter, "ann")).Status);
        Assert.AreEqual(429, (await TestAsync(filter, "ben")).Status);
        Assert.AreEqual("success", (await filter.Visitor.SendAsync("acme", FilterVisitor.Person("carl"))).Outcome);
    }

    [TestMethod]
    public async Task A_test_lead_is_not_told_on_which_list_the_person_is()
    {
        using var folders = new FilterFolders(campaign: SuppressedCampaign.With(Lists));
        await using var filter = await SuppressingAsync(folders, "customers", "unsubscribed");
        var test = await TestAsync(filter, "ann");
        var live = await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));
        CollectionAssert.AreEqual(new[] { "suppressed" }, test.Reasons.ToArray());
        CollectionAssert.AreEqual(new[] { "existing_customer", "unsubscribed" }, live.Reasons.ToArray());
    }

    [TestMethod]
    public async Task A_rule_on_a_list_does_not_tell_a_test_lead_of_it()
    {
        const string Rule = """{ "id": "ours", "category": "lead_type", "reason": "our_client", "rejectWhen": { "field": "suppression.customers", "is": "true" } }""";
        var campaign = SuppressedCampaign.With(
            """ "suppression": [ { "list": "customers", "by": [ "email" ], "reason": "existing_customer", "mode": "shadow" } ],""",
            TestCampaign.Json.Replace("\"rules\": [", $"\"rules\": [ {Rule},", StringComparison.Ordinal));
        using var folders = new FilterFolders(campaign: campaign);
        await using var filter = await SuppressingAsync(folders, "customers");
        CollectionAssert.AreEqual(new[] { "suppressed" }, (await TestAsync(filter, "ann")).Reasons.ToArray());
    }

    [TestMethod]
    public async Task A_contract_may_have_test_leads_told_of_the_list()
    {
        using var folders = new FilterFolders(campaign: SuppressedCampaign.With(Lists, With("\"testsNameLists\": true")));
        await using var filter = await SuppressingAsync(folders, "customers");
        CollectionAssert.AreEqual(new[] { "existing_customer" }, (await TestAsync(filter, "ann")).Reasons.ToArray());
    }

    private static string With(string terms) => TestCampaign.Json.Replace("\"acme\": { }", $"\"acme\": {{ {terms} }}", StringComparison.Ordinal);

    private static Task<VendorAnswer> TestAsync(FilterUnderTest filter, string name) =>
        filter.Visitor.SendAsync("acme", new(FilterVisitor.Person(name)) { ["is_test"] = "true" });

    private static async Task<string> AskAsync(FilterUnderTest filter, string body, string vendor = "acme")
    {
        using var response = await PostAsync(filter, Duplicates, vendor, body);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }

    private static async Task<FilterUnderTest> SuppressingAsync(FilterFolders folders, params string[] lists)
    {
        var filter = await FilterUnderTest.StartAsync(folders);
        foreach (var list in lists)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/suppressions/{list}?by=email") { Content = new StringContent("ann@example.com") };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", FilterVisitor.AdminKey);
            using var response = await filter.Visitor.Http.SendAsync(request);
            response.EnsureSuccessStatusCode();
        }

        return filter;
    }

    private static async Task<HttpResponseMessage> PostAsync(FilterUnderTest filter, string address, string vendor, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"{vendor}-demo-key");
        return await filter.Visitor.Http.SendAsync(request);
    }
}
