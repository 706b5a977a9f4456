using System.Net.Http.Headers;
using System.Text;
using LeadFilter.Tests.Suppression;

namespace LeadFilter.Tests.Serving;

/// <summary>The admin API of suppression lists and the vendors' check by hashes, over real Kestrel and SQLite.</summary>
[TestClass]
public sealed class SuppressionsEndpointTests : IAsyncDisposable
{
    private const string Person = "/api/campaigns/loans/duplicates";

    // The SHA-256 of zzmarkzz@example.com and of +14152341234.
    private static readonly string MailHash = Sha256("zzmarkzz@example.com");
    private static readonly string PhoneHash = Sha256("+14152341234");

    private readonly FilterFolders folders = new(campaign: SuppressedCampaign.Json);
    private FilterUnderTest? filter;

    public async ValueTask DisposeAsync()
    {
        if (filter is not null)
        {
            await filter.DisposeAsync();
        }

        folders.Dispose();
    }

    [TestMethod]
    public async Task Values_are_added_counted_and_removed()
    {
        var added = await AskAsync("POST", "/api/suppressions/customers?by=email&expires=2099-01-01", "[\"zzmarkzz@example.com\", \"ben@example.com\", \"nobody\"]");
        var again = await AskAsync("POST", "/api/suppressions/customers?by=email&expires=2099-01-01", "zzmarkzz@example.com\n\n\"ben@example.com\"\n");
        var counted = await AskAsync("GET", "/api/suppressions/customers");
        var removed = await AskAsync("DELETE", "/api/suppressions/customers?by=email", "ben@example.com\ncarl@example.com");
        var lists = await AskAsync("GET", "/api/suppressions");
        Assert.AreEqual("""200 {"list":"customers","added":2,"renewed":0,"alreadyThere":0,"invalid":1,"problems":[{"line":3,"why":"no @"}]}""", added);
        Assert.AreEqual("""200 {"list":"customers","added":0,"renewed":0,"alreadyThere":2,"invalid":0,"problems":[]}""", again);
        Assert.AreEqual("""200 {"list":"customers","entries":2,"by":{"email":2}}""", counted);
        Assert.AreEqual("""200 {"list":"customers","removed":1,"notThere":1,"invalid":0,"problems":[]}""", removed);
        Assert.AreEqual("""200 {"lists":[{"list":"customers","entries":1,"by":{"email":1}}]}""", lists);
    }

    [TestMethod]
    public async Task G9_A_suppressed_person_is_rejected_and_stands_in_no_table_and_no_answer()
    {
        await AskAsync("POST", "/api/suppressions/customers?by=email", "zzmarkzz@example.com");
        await AskAsync("POST", "/api/suppressions/customers?by=email&hashed=sha256", MailHash.ToUpperInvariant());
        var answer = await filter!.Visitor.SendAsync("acme", FilterVisitor.Person("zzmarkzz"));
        Assert.AreEqual("existing_customer", answer.Reasons.Single());
        var dump = StoredRows.Dump(filter.Host.DataFile);
        Assert.IsFalse(dump.Contains("zzmarkzz", StringComparison.OrdinalIgnoreCase) || dump.Contains(MailHash, StringComparison.OrdinalIgnoreCase), "a table holds the person");
        Assert.Contains("customers=0", dump, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("GET", "/api/suppressions/nobody", "", 404, "unknown-list")]
    [DataRow("GET", "/api/suppressions/No%20list", "", 404, "unknown-list")]
    [DataRow("DELETE", "/api/suppressions/nobody?by=email", "a@b.co", 404, "unknown-list")]
    [DataRow("POST", "/api/suppressions/a", "a@b.co", 400, "'by' must say what the values are: email, phone, address, domain")]
    [DataRow("POST", "/api/suppressions/a?by=mail", "a@b.co", 400, "unreadable-parameter")]
    [DataRow("POST", "/api/suppressions/a?by=email&hashed=plain", "a@b.co", 400, "sha256, md5")]
    [DataRow("POST", "/api/suppressions/a?by=email&expires=soon", "a@b.co", 400, "2027-11-26")]
    [DataRow("POST", "/api/suppressions/a?by=email", "", 400, "holds no value")]
    [DataRow("POST", "/api/suppressions/a?by=email", "[1, {}]", 400, "Value 2 of the array is not a text")]
    [DataRow("POST", "/api/suppressions/a?by=email", "[\"zzmarkzz\"", 400, "begins like a JSON array and is none")]
    [DataRow("POST", "/api/suppressions/a?by=email", "\"zzmarkzz", 400, "Line 1 begins like a JSON text and is none")]
    [DataRow("POST", "/api/suppressions/a?by=email", "{\"email\":\"zzmarkzz\"}", 400, "Line 1 is a JSON object")]
    [DataRow("PUT", "/api/suppressions/a", "", 405, "method-not-allowed")]
    public async Task G11_A_request_that_makes_no_sense_is_told_so(string method, string address, string body, int status, string told)
    {
        var answer = await AskAsync(method, address, body);
        Assert.StartsWith($"{status} ", answer, StringComparison.Ordinal);
        Assert.Contains(told, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("zzmarkzz", answer, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task G11_A_batch_that_is_too_large_is_refused()
    {
        Assert.StartsWith("413 ", await AskAsync("POST", "/api/suppressions/a?by=email", new string('x', (1024 * 1024) + 1)), StringComparison.Ordinal);
        Assert.StartsWith("413 ", await AskAsync("POST", "/api/suppressions/a?by=email", string.Join('\n', Enumerable.Repeat("x", 10_001))), StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Only_the_admin_key_opens_the_lists()
    {
        Assert.StartsWith("401 ", await AskAsync("GET", "/api/suppressions", key: "acme-demo-key"), StringComparison.Ordinal);
        Assert.StartsWith("401 ", await AskAsync("POST", "/api/suppressions/a?by=email", "a@b.co", key: "acme-demo-key"), StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_vendor_learns_by_a_hash_that_a_person_was_bought()
    {
        await StartedAsync();
        Assert.AreEqual("""200 {"known":false}""", await AskAsync("POST", Person, $$"""{"email_sha256":"{{MailHash}}","email.identity_sha256":"{{MailHash}}"}""", "acme-demo-key"));
        await filter!.Visitor.SendAsync("bright", new() { ["email"] = "ZzMarkzz@example.com", ["phone_1"] = "415-234-1234" });
        Assert.AreEqual("""200 {"known":true}""", await AskAsync("POST", Person, $$"""{"email_sha256":"{{MailHash.ToUpperInvariant()}}","email.identity_sha256":"{{MailHash}}"}""", "acme-demo-key"));
        Assert.AreEqual("""200 {"known":true}""", await AskAsync("POST", Person, $$"""{"phone_1_sha256":"{{PhoneHash}}","other":"x"}""", "acme-demo-key"));
    }

    [TestMethod]
    public async Task A_vendor_learns_by_a_hash_that_a_person_is_suppressed_where_its_contract_accepts_that()
    {
        await AskAsync("POST", "/api/suppressions/customers?by=email", "zzmarkzz@example.com");
        var body = $$"""{"email_sha256":"{{MailHash}}","email.identity_sha256":"{{MailHash}}"}""";
        Assert.AreEqual("""200 {"known":true}""", await AskAsync("POST", Person, body, "acme-demo-key"));
        Assert.AreEqual("""200 {"known":false}""", await AskAsync("POST", Person, body, "bright-demo-key"));
    }

    [TestMethod]
    public async Task A_list_in_shadow_is_not_told_to_vendors()
    {
        await AskAsync("POST", "/api/suppressions/watched?by=email", "zzmarkzz@example.com");
        Assert.AreEqual("""200 {"known":false}""", await AskAsync("POST", Person, $$"""{"email_sha256":"{{MailHash}}","email.identity_sha256":"{{MailHash}}"}""", "acme-demo-key"));
    }

    [TestMethod]
    [DataRow("""{"email_sha256":"zzmarkzz"}""", "acme-demo-key", 400, "'email_sha256' is not a SHA-256: not 64 hex digits")]
    [DataRow("""{"email":"zzmarkzz@example.com"}""", "acme-demo-key", 400, "Send at least one of: email_sha256, phone_1_sha256")]
    [DataRow("{}", "", 401, "unauthorized")]
    [DataRow("{}", "stranger-demo-key", 403, "not-in-campaign")]
    public async Task G11_A_check_that_makes_no_sense_is_told_so(string body, string key, int status, string told)
    {
        var answer = await AskAsync("POST", Person, body, key);
        Assert.StartsWith($"{status} ", answer, StringComparison.Ordinal);
        Assert.Contains(told, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("zzmarkzz", answer, StringComparison.Ordinal);
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private async Task StartedAsync() => filter ??= await FilterUnderTest.StartAsync(folders);

    private async Task<string> AskAsync(string method, string address, string body = "", string key = FilterVisitor.AdminKey)
    {
        await StartedAsync();
        using var request = new HttpRequestMessage(new(method), address);
        request.Headers.Authorization = key.Length > 0 ? new AuthenticationHeaderValue("Bearer", key) : null;
        request.Content = body.Length > 0 ? new StringContent(body, Encoding.UTF8, "application/json") : null;
        using var response = await filter!.Visitor.Http.SendAsync(request);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }
}
