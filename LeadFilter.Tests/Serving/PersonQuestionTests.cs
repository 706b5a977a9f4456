using System.Net.Http.Headers;
using System.Text;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Suppression;

namespace LeadFilter.Tests.Serving;

/// <summary>What a vendor learns, and does not, when it asks about a person by hashes: over real Kestrel and SQLite.</summary>
[TestClass]
public sealed class PersonQuestionTests
{
    private const string Known = """200 {"known":true}""";
    private const string Unknown = """200 {"known":false}""";
    private const string ByAddress = "\"by\": [ \"email\", \"phone_1\" ], \"match\": \"any\"";
    private const string ByIdentity = "\"by\": [ \"email.identity\", \"phone_1\" ], \"match\": \"any\"";
    private const string ByAll = "\"by\": [ \"last_name\", \"email\" ], \"match\": \"all\"";
    private const string List = "\"suppression\": [ { \"list\": \"customers\", \"by\": [ \"email\" ], \"reason\": \"existing_customer\" } ],";

    private const string Address = "z.z.mark+home@gmail.com";
    private const string Mailbox = "zzmark@gmail.com";

    [TestMethod]
    public async Task The_hash_of_the_address_is_refused_where_the_campaign_goes_by_the_identity()
    {
        await using var filter = await StartAsync(By(ByIdentity));
        await filter.Visitor.SendAsync("bright", new() { ["email"] = Address });
        var answer = await AskAsync(filter, ("email", Address));
        Assert.StartsWith("400 ", answer, StringComparison.Ordinal);
        Assert.Contains("urn:leadfilter:problem:more-hashes", answer, StringComparison.Ordinal);
        Assert.Contains("Send also: email.identity_sha256.", answer, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task The_hash_of_the_address_is_refused_beside_that_of_the_phone()
    {
        await using var filter = await StartAsync(By(ByIdentity));
        Assert.Contains("more-hashes", await AskAsync(filter, ("email", Address), ("phone_1", "+14152341234")), StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task The_hash_of_the_identity_tells_where_the_campaign_goes_by_the_identity()
    {
        await using var filter = await StartAsync(By(ByIdentity));
        Assert.AreEqual(Unknown, await AskAsync(filter, ("email.identity", Mailbox)));
        await filter.Visitor.SendAsync("bright", new() { ["email"] = Address });
        Assert.AreEqual(Known, await AskAsync(filter, ("email.identity", Mailbox)));
        Assert.AreEqual(Known, await AskAsync(filter, ("email.identity", Mailbox), ("email", Address)));
    }

    [TestMethod]
    public async Task The_hash_of_the_identity_alone_is_refused_where_the_campaign_goes_by_the_address()
    {
        await using var filter = await StartAsync(By(ByAddress));
        Assert.Contains("Send also: email_sha256.", await AskAsync(filter, ("email.identity", Mailbox)), StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task An_alias_of_the_field_stands_for_its_identity_too()
    {
        await using var filter = await StartAsync(
            By(ByIdentity).Replace("\"rules\":", "\"aliases\": { \"mail\": \"email\" }, \"rules\":", StringComparison.Ordinal));
        await filter.Visitor.SendAsync("bright", new() { ["email"] = Address });
        Assert.AreEqual(Known, await AskAsync(filter, ("mail.identity", Mailbox)));
    }

    [TestMethod]
    public async Task One_field_is_refused_where_several_must_agree()
    {
        await using var filter = await StartAsync(By(ByAll));
        await filter.Visitor.SendAsync("bright", new() { ["email"] = "ann@example.com", ["last_name"] = "Sample" });
        Assert.Contains("Send also: last_name_sha256.", await AskAsync(filter, ("email", "ann@example.com")), StringComparison.Ordinal);
        Assert.AreEqual(Known, await AskAsync(filter, ("email", "ann@example.com"), ("last_name", "Sample")));
    }

    [TestMethod]
    public async Task A_list_is_asked_by_the_identity()
    {
        await using var filter = await StartAsync(SuppressedCampaign.With(List, By("\"by\": [ \"phone_1\" ], \"match\": \"any\"")));
        await PostAsync(filter, "/api/suppressions/customers?by=email", FilterVisitor.AdminKey, Address);
        Assert.Contains("Send also: email.identity_sha256.", await AskAsync(filter, ("email", Address)), StringComparison.Ordinal);
        Assert.AreEqual(Known, await AskAsync(filter, ("email.identity", Mailbox)));
    }

    [TestMethod]
    public async Task A_list_of_hashed_addresses_is_asked_by_the_address_too()
    {
        await using var filter = await StartAsync(SuppressedCampaign.With(List, By("\"by\": [ \"phone_1\" ], \"match\": \"any\"")));
        await PostAsync(filter, "/api/suppressions/customers?by=email&hashed=sha256", FilterVisitor.AdminKey, Sha256(Address));
        Assert.AreEqual(Known, await AskAsync(filter, ("email.identity", Mailbox), ("email", Address)));
    }

    [TestMethod]
    public async Task A_vendor_that_waived_duplicates_does_not_learn_who_was_bought()
    {
        var waived = TestCampaign.Json.Replace("\"acme\": { }", "\"acme\": { \"rejects\": [ \"age\" ] }", StringComparison.Ordinal);
        await using var filter = await StartAsync(waived);
        await filter.Visitor.SendAsync("bright", new() { ["email"] = "ann@example.com" });
        Assert.AreEqual(Unknown, await AskAsync(filter, ("email", "ann@example.com")));
    }

    [TestMethod]
    [DataRow("\"version\":", "\"enabled\": false, \"version\":", DisplayName = "the campaign")]
    [DataRow("\"acme\": { }", "\"acme\": { \"paused\": true }", DisplayName = "the vendor")]
    public async Task Nothing_is_told_while_the_campaign_or_the_vendor_is_paused(string before, string after)
    {
        await using var filter = await StartAsync(TestCampaign.Json.Replace(before, after, StringComparison.Ordinal));
        await filter.Visitor.SendAsync("bright", new() { ["email"] = "ann@example.com" });

        var answer = await AskAsync(filter, ("email", "ann@example.com"));

        Assert.StartsWith("403 ", answer, StringComparison.Ordinal);
        Assert.Contains("urn:leadfilter:problem:may-not-ask", answer, StringComparison.Ordinal);
    }

    private static string By(string by) => TestCampaign.Json.Replace(ByAddress, by, StringComparison.Ordinal);

    private static string Sha256(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static async Task<OwnedFilter> StartAsync(string campaign)
    {
        var folders = new FilterFolders(campaign: campaign);
        return new(folders, await FilterUnderTest.StartAsync(folders));
    }

    private static Task<string> AskAsync(OwnedFilter filter, params (string Field, string Text)[] person) => PostAsync(
        filter,
        "/api/campaigns/loans/duplicates",
        "acme-demo-key",
        $"{{{string.Join(',', person.Select(one => $"\"{one.Field}_sha256\":\"{Sha256(one.Text)}\""))}}}");

    private static async Task<string> PostAsync(OwnedFilter filter, string address, string key, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await filter.Visitor.Http.SendAsync(request);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }

    private sealed record OwnedFilter(FilterFolders Folders, FilterUnderTest Filter) : IAsyncDisposable
    {
        public FilterVisitor Visitor => Filter.Visitor;

        public async ValueTask DisposeAsync()
        {
            await Filter.DisposeAsync();
            Folders.Dispose();
        }
    }
}
