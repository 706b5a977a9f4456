namespace LeadFilter.Tests.Cli.Status;

[TestClass]
public sealed class StatusTests
{
    private const string Well = """
        {"status":"ready","campaigns":[{"campaign":"solar","version":"v1"}],"problems":[],"missingSecrets":[],
         "deliveries":[{"campaign":"solar","destination":"https://crm.example.com","waiting":0,"deadLetters":0}],"recordsWaiting":0,
         "disk":{"free":1073741824,"total":4294967296}}
        """;

    private const string Failing = """
        {"status":"ready","campaigns":[{"campaign":"solar","version":"v1"}],"problems":[],
         "missingSecrets":[{"campaign":"solar","setting":"LEADFILTER_SECRET_CRM"}],
         "deliveries":[{"campaign":"solar","destination":"https://crm.example.com","waiting":1200,"oldest":"2026-11-22T17:00:00Z",
           "nextTry":"2026-11-22T18:00:00Z","reason":"secret_missing","deadLetters":3}],"recordsWaiting":0}
        """;

    private static readonly string[] Key = ["--admin-key", "secret"];

    [TestMethod]
    public async Task A_filter_that_is_well_ends_with_0()
    {
        var (code, output, _) = await RunAsync(200, Well);

        Assert.AreEqual(0, code);
        Assert.Contains("status: ready", output, StringComparison.Ordinal);
        Assert.Contains("disk: 1.0 GB of 4.0 GB free", output, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task What_waits_and_what_is_missing_is_shown_and_ends_with_1()
    {
        var (code, output, _) = await RunAsync(200, Failing);

        Assert.AreEqual(1, code);
        foreach (var shown in (string[])
            ["1,200", "2026-11-22 17:00:00", "2026-11-22 18:00:00", "secret_missing", "secret not set: LEADFILTER_SECRET_CRM, for the deliveries of solar"])
        {
            Assert.Contains(shown, output, StringComparison.Ordinal);
        }
    }

    [TestMethod]
    public async Task A_filter_that_is_unavailable_still_says_why()
    {
        var (code, output, _) = await RunAsync(
            503, """{"status":"unavailable","campaigns":[],"problems":["The queues do not answer."],"missingSecrets":[]}""");

        Assert.AreEqual(1, code);
        Assert.Contains("problem: The queues do not answer.", output, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task More_than_was_counted_is_said()
    {
        var (_, output, _) = await RunAsync(200, Well.Replace("\"recordsWaiting\":0", "\"recordsWaiting\":0,\"more\":true", StringComparison.Ordinal));

        Assert.Contains("There is more in the queues than was counted.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("There is more", (await RunAsync(200, Well)).Output, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_low_disk_is_shown_and_ends_with_1()
    {
        var low = Well.Replace("\"problems\":[]", "\"problems\":[\"The disk that holds the data has less than 256 MB left.\"]", StringComparison.Ordinal)
            .Replace("\"free\":1073741824", "\"free\":209715200", StringComparison.Ordinal);

        var (code, output, _) = await RunAsync(200, low);

        Assert.AreEqual(1, code);
        Assert.Contains("disk: 0.2 GB of 4.0 GB free", output, StringComparison.Ordinal);
        Assert.Contains("problem: The disk that holds the data has less than 256 MB left.", output, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_key_that_may_not_read_is_told_so()
    {
        var (code, output, error) = await RunAsync(200, """{"status":"ready"}""");

        Assert.AreEqual((2, ""), (code, output));
        Assert.Contains("tells this key no more", error, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow(200, "[]")]
    [DataRow(500, "{}")]
    [DataRow(0, "")]
    public async Task What_is_no_filter_ends_with_3(int status, string body) => Assert.AreEqual(3, (await RunAsync(status, body)).Code);

    [TestMethod]
    public async Task Json_is_the_filters_own_document_on_one_line()
    {
        var (code, output, _) = await RunAsync(200, Failing, "--json");

        Assert.AreEqual(1, code);
        Assert.Contains("\"reason\":\"secret_missing\"", output.Trim().Split('\n').Single(), StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(int status, string body, params string[] more)
    {
        await using var filter = await FilterStub.StartAsync(_ => status is 0 ? StubAnswer.Reset : new StubAnswer(status, body));
        using var run = new CommandLineRun();
        var code = await run.RunAsync(["status", "--url", $"{filter.Url}", .. Key, .. more]);
        return (code, run.Output, run.Error);
    }
}
