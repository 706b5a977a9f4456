using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Cli.Importing;

/// <summary><c>leadfilter claims import</c> on the data folder of a filter that runs.</summary>
[TestClass]
public sealed class ClaimsTests : IAsyncDisposable
{
    private readonly FilterFolders folders = new();
    private readonly TemporaryFolder files = new();
    private FilterUnderTest filter = null!;

    [TestInitialize]
    public async Task StartAsync() => filter = await FilterUnderTest.StartAsync(folders);

    public async ValueTask DisposeAsync()
    {
        await filter.DisposeAsync();
        folders.Dispose();
        files.Dispose();
    }

    [TestMethod]
    public async Task Leads_of_the_past_are_duplicates_and_importing_them_again_changes_nothing()
    {
        var yesterday = TimeProvider.System.GetUtcNow().AddDays(-1);
        var file = files.Write(
            "bought.csv",
            $"Email Address,Mobile,bought_at\nann@example.com,,{yesterday:O}\n,415-234-1234,{yesterday:O}\nold@example.com,,2020-01-01\nzzmarkzz,,{yesterday:O}\nben@example.com,,zzmarkzz\n");

        var (code, output, error) = await RunAsync(file);
        Assert.AreEqual(0, code, error);
        Assert.Contains("added: 2, already there: 0, too old: 1, invalid: 2", output, StringComparison.Ordinal);
        Assert.AreEqual(
            "line 5: nothing valid by which the campaign recognizes a person\nline 6: bought_at: not a date",
            string.Join('\n', error.Trim().ReplaceLineEndings("\n").Split('\n').Order(StringComparer.Ordinal)));
        Assert.AreEqual("duplicate", (await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"))).Reasons.Single());
        Assert.AreEqual("duplicate", (await filter.Visitor.SendAsync("acme", new() { ["phone_1"] = "4152341234" })).Reasons.Single());
        Assert.Contains("added: 0, already there: 2, too old: 1, invalid: 2", (await RunAsync(file)).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ann@example.com", StoredRows.Dump(filter.Host.DataFile), StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Columns_may_have_other_names()
    {
        var file = files.Write("bought.ndjson", $"{{\"email\":\"ann@example.com\",\"created\":\"{TimeProvider.System.GetUtcNow():O}\",\"crm\":{{\"id\":\"01a20320a2007a098006050403020100\"}}}}\n");
        var (code, output, error) = await RunAsync(file, "--date-column", "created", "--id-column", "crm.id", "--json");
        Assert.AreEqual(0, code, error);
        Assert.Contains("\"added\":1", output, StringComparison.Ordinal);
        Assert.Contains("01a20320a2007a098006050403020100", StoredRows.Dump(filter.Host.DataFile), StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_vendor_that_the_campaign_does_not_have_is_told(bool remote)
    {
        var at = TimeProvider.System.GetUtcNow();
        var file = files.Write(
            "bought.csv", $"email,bought_at,vendor\nann@example.com,{at:O},Nobody Ltd\nben@example.com,{at:O},nobody\ncy@example.com,{at:O},acme\ndee@example.com,{at:O},\n");
        string[] more = remote ? ["--url", filter.Host.Address.ToString(), "--admin-key", FilterVisitor.AdminKey] : [];
        var (code, output, error) = await RunAsync(file, ["--json", .. more]);
        Assert.AreEqual(0, code, error);
        Assert.Contains("\"added\":4", output, StringComparison.Ordinal);
        Assert.Contains("\"unknownVendor\":2", output, StringComparison.Ordinal);
        Assert.EndsWith(
            "bought.csv: 2 rows name a vendor that the campaign 'loans' does not have; plans with the scope vendor do not know of them",
            error.Trim(),
            StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task The_admin_API_does_the_same()
    {
        var file = files.Write("bought.csv", $"E-Mail,sold\nann@example.com,{TimeProvider.System.GetUtcNow():O}\n\nzzmarkzz,{TimeProvider.System.GetUtcNow():O}\nben@example.com,\n");
        var (code, output, error) = await RunAsync(
            file, "--date-column", "sold", "--url", filter.Host.Address.ToString(), "--admin-key", FilterVisitor.AdminKey);
        Assert.AreEqual(0, code, error);
        Assert.Contains("added: 1, already there: 0, too old: 0, invalid: 2", output, StringComparison.Ordinal);
        Assert.AreEqual(
            "line 4: nothing valid by which the campaign recognizes a person\nline 5: no bought_at",
            string.Join('\n', error.Trim().ReplaceLineEndings("\n").Split('\n').Order(StringComparer.Ordinal)));
        Assert.AreEqual("duplicate", (await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"))).Reasons.Single());
    }

    [TestMethod]
    [DataRow("", "loans", 401, "unauthorized")]
    [DataRow(FilterVisitor.AdminKey, "cars", 404, "unknown-campaign")]
    [DataRow(FilterVisitor.AdminKey, "loans", 400, "Send one JSON object a line")]
    public async Task G11_A_request_that_makes_no_sense_is_told_so(string key, string campaign, int status, string told)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/campaigns/{campaign}/claims") { Content = new StringContent("\n") };
        request.Headers.Authorization = key.Length > 0 ? new("Bearer", key) : null;
        using var response = await filter.Visitor.Http.SendAsync(request);
        Assert.AreEqual(status, (int)response.StatusCode);
        Assert.Contains(told, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("bought.csv", "cars", "there is no campaign 'cars'")]
    [DataRow("bought.txt", "loans", "the name must end in .csv, .ndjson or .jsonl")]
    [DataRow("bought.csv", "loans", "no row could be kept; is --date-column bought_at right?")]
    public async Task A_command_that_cannot_be_done_says_why(string name, string campaign, string told)
    {
        var (code, _, error) = await RunAsync(files.Write(name, "email\nann@example.com\n"), "--campaign", campaign);
        Assert.AreEqual(2, code);
        Assert.Contains(told, error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string file, params string[] more)
    {
        using var run = new CommandLineRun();
        string[] campaign = more.Contains("--campaign") ? [] : ["--campaign", "loans"];
        var code = await run.RunAsync(["claims", "import", file, .. campaign, .. more, "--campaigns", folders.Campaigns, "--data", folders.Data]);
        return (code, run.Output, run.Error);
    }
}
