namespace LeadFilter.Tests.Cli.Statements;

/// <summary><c>leadfilter statement</c>, against a filter that says what the test wants.</summary>
[TestClass]
public sealed class StatementCommandTests
{
    private const string Totals =
        """{"bought":{"leads":2,"amount":1037.5},"returned":{"leads":1,"amount":12.5},"open":{"leads":0,"amount":0},"credited":{"leads":1,"amount":12.5},"owed":1025}""";

    private const string Statement = $$"""
        {"campaign":"solar","vendor":"acme","month":"2026-11","timeZone":"UTC","from":"2026-11-01T00:00:00Z","to":"2026-12-01T00:00:00Z","over":true,
         "byPurchase":{{Totals}},"byDecision":{{Totals}},
         "leads":[{"lead":"{{StubAnswer.Lead}}","at":"2026-11-03T12:00:00Z","source":"=HYPERLINK(1)","price":12.5,"return":"accepted","reason":"wrong_number",
                   "requestedAt":"2026-11-04T12:00:00Z","creditedAt":"2026-11-05T12:00:00Z","credit":12.5},
                  {"lead":"{{StubAnswer.Lead}}","at":"2026-11-03T13:00:00Z","source":null,"price":1025}],
         "earlier":[]}
        """;

    private static readonly string[] Wanted = ["statement", "solar", "--vendor", "acme", "--month", "2026-11", "--admin-key", "secret"];

    [TestMethod]
    public async Task The_filter_is_asked_for_the_vendor_and_the_month()
    {
        await using var filter = await FilterStub.StartAsync(_ => new StubAnswer(200, Statement));
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync([.. Wanted, "--url", $"{filter.Url}"]), run.Error);

        var request = filter.Requests.Single();
        Assert.AreEqual(("GET", "/api/campaigns/solar/statement", "Bearer secret"), (request.Method, request.Path, request.Authorization));
        CollectionAssert.AreEquivalent(
            new Dictionary<string, string> { ["vendor"] = "acme", ["month"] = "2026-11" }, request.Query.ToDictionary());
    }

    [TestMethod]
    public async Task The_table_shows_what_is_owed()
    {
        await using var filter = await FilterStub.StartAsync(_ => new StubAnswer(200, Statement));
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync([.. Wanted, "--url", $"{filter.Url}"]), run.Error);

        foreach (var shown in (string[])["solar, acme, 2026-11", "bought", "1,037.50", "credited", "12.50", "owed", "1,025.00", "by month of decision"])
        {
            Assert.Contains(shown, run.Output, StringComparison.Ordinal);
        }
    }

    [TestMethod]
    public async Task Csv_has_a_line_for_each_lead_and_no_formulas()
    {
        await using var filter = await FilterStub.StartAsync(_ => new StubAnswer(200, Statement));
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync([.. Wanted, "--csv", "--url", $"{filter.Url}"]), run.Error);

        Assert.AreEqual(
            $"""
            lead,bought_at,bought_in,source,price,return,reason,requested_at,credited_at,credited_in_month,credit
            {StubAnswer.Lead},2026-11-03T12:00:00Z,this month,'=HYPERLINK(1),12.50,accepted,wrong_number,2026-11-04T12:00:00Z,2026-11-05T12:00:00Z,yes,12.50
            {StubAnswer.Lead},2026-11-03T13:00:00Z,this month,,1025.00,,,,,,
            """,
            run.Output.ReplaceLineEndings("\n").TrimEnd());
    }

    [TestMethod]
    public async Task Json_is_one_object_with_sums_and_leads()
    {
        await using var filter = await FilterStub.StartAsync(_ => new StubAnswer(200, Statement));
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync([.. Wanted, "--json", "--url", $"{filter.Url}"]), run.Error);

        Assert.HasCount(1, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("\"owed\":1025", run.Output, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("--month", "2026-13")]
    [DataRow("--month", "November")]
    [DataRow("--vendor", "Acme Inc.")]
    [DataRow("--csv", "--json")]
    public async Task What_cannot_be_is_refused_before_anything_is_asked(string option, string value)
    {
        using var run = new CommandLineRun();
        string[] given = option == "--csv" ? [.. Wanted, option, value] : [.. Wanted.Select((word, at) => at > 0 && Wanted[at - 1] == option ? value : word)];
        Assert.AreEqual(2, await run.RunAsync([.. given, "--url", "http://127.0.0.1:1"]));
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task What_does_not_answer_like_a_filter_is_said_to()
    {
        await using var filter = await FilterStub.StartAsync(_ => new StubAnswer(200, """{"caps":[]}"""));
        using var run = new CommandLineRun();

        Assert.AreEqual(3, await run.RunAsync([.. Wanted, "--url", $"{filter.Url}"]));
    }
}
