using System.Text.Json;

namespace LeadFilter.Tests.Cli.Sending;

[TestClass]
public sealed class SendTests
{
    [TestMethod]
    public async Task A_lead_is_posted_to_its_campaign_with_its_vendors_key()
    {
        await using var filter = await FilterStub.StartAsync();
        using var run = new CommandLineRun
        {
            OpenInput = CommandLineRun.Text(
                """
                {"_vendor":"acme","n":1}
                {"_vendor":"bright-leads","n":2,"_campaign":"roof"}
                {"_vendor":"third","n":3}
                """),
            Variables = { ["LEADFILTER_KEY_BRIGHT_LEADS"] = "from-environment", ["LEADFILTER_KEY_ACME"] = "not-this" },
        };

        var code = await run.RunAsync("send", "-", "--url", $"{filter.Url}prefix/", "--key", "acme=a=b", "--campaign", "solar-2");

        Assert.AreEqual(0, code, run.Error);
        CollectionAssert.AreEqual(
            (StubRequest[])
            [
                Posted("/prefix/api/campaigns/solar-2/leads", "Bearer a=b", """{"n":1}"""),
                Posted("/prefix/api/campaigns/roof/leads", "Bearer from-environment", """{"n":2}"""),
                Posted("/prefix/api/campaigns/solar-2/leads", "Bearer third-demo-key", """{"n":3}"""),
            ],
            filter.Requests.Select(one => one with { Query = Posted("", "", "").Query }).OrderBy(one => one.Body, StringComparer.Ordinal).ToArray());
    }

    [TestMethod]
    public async Task Without_a_key_nothing_is_sent_to_another_machine()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("leads.ndjson", """{"_vendor":"acme","n":1}""");
        using var run = new CommandLineRun { Connect = _ => throw new AssertFailedException("It connects.") };

        Assert.AreEqual(2, await run.RunAsync("send", file, "--url", "https://filter.example.com"));

        Assert.Contains("line 1: no key for vendor 'acme'; give it with --key acme=KEY", run.Error, StringComparison.Ordinal);
        Assert.Contains("LEADFILTER_KEY_ACME", run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task The_table_counts_outcomes_by_vendor_and_reason()
    {
        await using var filter = await FilterStub.StartAsync(ByBody);
        using var run = new CommandLineRun { OpenInput = CommandLineRun.Text(Mixed) };

        Assert.AreEqual(0, await run.RunAsync("send", "-", "--url", $"{filter.Url}"));

        Assert.MatchesRegex(@"acme\s+success\s+2\s+50\.0 %", run.Output);
        Assert.MatchesRegex(@"acme\s+failure\s+duplicate\s+2\s+50\.0 %", run.Output);
        Assert.MatchesRegex(@"bright\s+failure\s+too_old\s+1\s+100\.0 %", run.Output);
        Assert.MatchesRegex(@"(?m)^5 leads in \d+\.\d s: [\d,]+ leads/s, 0 sent again", run.Output);
        Assert.MatchesRegex(@"answers: p50 \d+\.\d ms, p95 \d+\.\d ms, p99 \d+\.\d ms, max \d+\.\d ms", run.Output);
    }

    [TestMethod]
    public async Task Json_says_the_same_in_one_document()
    {
        await using var filter = await FilterStub.StartAsync(ByBody);
        using var run = new CommandLineRun { OpenInput = CommandLineRun.Text(Mixed) };

        Assert.AreEqual(0, await run.RunAsync("send", "-", "--url", $"{filter.Url}", "--json"));

        using var json = JsonDocument.Parse(run.Output);
        var report = json.RootElement;
        Assert.AreEqual(5, report.GetProperty("leads").GetInt32());
        Assert.IsTrue(report.GetProperty("allDecided").GetBoolean());
        Assert.AreEqual(
            """{"vendor":"acme","outcome":"failure","code":"duplicate","count":2,"share":0.5}""",
            report.GetProperty("outcomes")[1].GetRawText());
        Assert.IsGreaterThan(0, report.GetProperty("answersMs").GetProperty("p99").GetDouble());
        Assert.AreEqual(JsonValueKind.Null, report.GetProperty("check").ValueKind);
    }

    [TestMethod]
    public async Task A_refused_lead_is_counted_and_shown_with_the_filters_words()
    {
        await using var filter = await FilterStub.StartAsync(_ => StubAnswer.Problem(401, "Unknown key", "Ask for a new key"));
        using var run = new CommandLineRun { OpenInput = CommandLineRun.Text(Mixed) };

        Assert.AreEqual(1, await run.RunAsync("send", "-", "--url", $"{filter.Url}"));

        Assert.MatchesRegex(@"acme\s+protocol\s+http_401\s+4\s+100\.0 %", run.Output);
        Assert.Contains("http_401: Unknown key: Ask for a new key", run.Error, StringComparison.Ordinal);
        Assert.HasCount(5, filter.Requests);
    }

    [TestMethod]
    [DataRow("<html>")]
    [DataRow("""{"outcome":"maybe"}""")]
    [DataRow("""{"outcome":"failure","reasons":[]}""")]
    [DataRow("""["\ud800"]""")]
    public async Task An_answer_that_is_not_a_filters_is_a_protocol_error(string body)
    {
        await using var filter = await FilterStub.StartAsync(_ => new StubAnswer(201, body));
        using var run = new CommandLineRun { OpenInput = CommandLineRun.Text("""{"_vendor":"acme"}""") };

        Assert.AreEqual(1, await run.RunAsync("send", "-", "--url", $"{filter.Url}"));

        Assert.MatchesRegex(@"acme\s+protocol\s+unreadable\s+1\s", run.Output);
    }

    [TestMethod]
    public async Task Nothing_but_the_result_is_written_where_nobody_watches()
    {
        await using var filter = await FilterStub.StartAsync();
        using var run = new CommandLineRun { OpenInput = CommandLineRun.Text(Mixed) };

        Assert.AreEqual(0, await run.RunAsync("send", "-", "--url", $"{filter.Url}"));

        Assert.AreEqual("", run.Error);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [TestMethod]
    public async Task Progress_is_shown_beside_the_result_to_somebody_who_watches()
    {
        await using var filter = await FilterStub.StartAsync();
        using var run = new CommandLineRun { OpenInput = CommandLineRun.Text(Mixed), ErrorRedirected = false };

        Assert.AreEqual(0, await run.RunAsync("send", "-", "--url", $"{filter.Url}", "--json"));

        Assert.Contains("━", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("{", run.Output, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Ctrl_C_drops_what_is_on_its_way_and_reports_the_rest()
    {
        using var stop = new CancellationTokenSource();
        await using var filter = await FilterStub.StartAsync(async request =>
        {
            if (request.Body.Contains('2', StringComparison.Ordinal))
            {
                await stop.CancelAsync();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, TestContext.CancellationToken);
            }

            return StubAnswer.Success();
        });
        using var run = new CommandLineRun
        {
            OpenInput = CommandLineRun.Text("{\"_vendor\":\"acme\",\"n\":1}\n{\"_vendor\":\"acme\",\"n\":2}\n{\"_vendor\":\"acme\",\"n\":3}"),
        };

        Assert.AreEqual(130, await run.RunAsync(stop.Token, "send", "-", "--url", $"{filter.Url}", "--concurrency", "1"));

        Assert.MatchesRegex(@"acme\s+success\s+1\s", run.Output);
    }

    public required TestContext TestContext { get; init; }

    private const string Mixed =
        """
        {"_vendor":"acme","n":"accept"}
        {"_vendor":"acme","n":"duplicate"}
        {"_vendor":"bright","n":"too_old"}
        {"_vendor":"acme","n":"accept"}
        {"_vendor":"acme","n":"duplicate"}
        """;

    private static readonly Dictionary<string, string> NoQuery = [];

    private static StubAnswer ByBody(StubRequest request)
    {
        using var json = JsonDocument.Parse(request.Body);
        var code = json.RootElement.GetProperty("n").GetString()!;
        return code is "accept" ? StubAnswer.Success() : StubAnswer.Failure(code);
    }

    private static StubRequest Posted(string path, string authorization, string body) =>
        new("POST", path, NoQuery, authorization, "application/json", body);
}
