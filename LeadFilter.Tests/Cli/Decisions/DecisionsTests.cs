namespace LeadFilter.Tests.Cli.Decisions;

[TestClass]
public sealed class DecisionsTests
{
    private const string Bought = $$"""
        {"at":"2026-11-22T17:00:02.123Z","lead":"{{StubAnswer.Lead}}","vendor":"acme","source":"example.com","test":false,"version":"v1",
         "outcome":"success","price":12.5,"route":"sales",
         "findings":[{"code":"too_old","rule":"r","category":"age","effect":"waived"},{"code":"no_consent","rule":"c","category":"consent","effect":"shadow"}]}
        """;

    private static readonly string[] Key = ["--admin-key", "secret"];

    [TestMethod]
    public async Task The_table_shows_outcome_price_and_findings_with_what_kept_them_from_rejecting()
    {
        await using var filter = await FilterStub.StartAsync(_ => Page(Bought));
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync(["decisions", "solar", "--url", $"{filter.Url}", .. Key]), run.Error);

        foreach (var shown in (string[])["2026-11-22 17:00:02", StubAnswer.Lead, "acme", "success", "12.50", "too_old", "(waived)", "no_consent", "(shadow)"])
        {
            Assert.Contains(shown, run.Output, StringComparison.Ordinal);
        }
    }

    [TestMethod]
    public async Task The_filter_is_asked_for_what_is_wanted()
    {
        await using var filter = await FilterStub.StartAsync(_ => Page());
        using var run = new CommandLineRun();

        Assert.AreEqual(
            0,
            await run.RunAsync(
                ["decisions", "roof", "--vendor", "acme", "--outcome", "success", "--reason", "too_old", "--limit", "7", "--url", $"{filter.Url}", .. Key]));

        var request = filter.Requests.Single();
        Assert.AreEqual(("GET", "/api/campaigns/roof/decisions", "Bearer secret"), (request.Method, request.Path, request.Authorization));
        CollectionAssert.AreEquivalent(
            new Dictionary<string, string> { ["vendor"] = "acme", ["outcome"] = "success", ["reason"] = "too_old", ["limit"] = "7" },
            request.Query.ToDictionary());
        Assert.Contains("No decisions.", run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Json_is_one_object_a_line_with_everything_that_the_filter_says()
    {
        await using var filter = await FilterStub.StartAsync(_ => Page(Bought, Bought));
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync(["decisions", "solar", "--json", "--url", $"{filter.Url}", .. Key]));

        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.HasCount(2, lines);
        Assert.Contains("\"route\":\"sales\"", lines[0], StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_list_of_something_else_is_not_taken_for_decisions()
    {
        await using var filter = await FilterStub.StartAsync(_ => new StubAnswer(200, """{"rejections":[],"next":null}"""));
        using var run = new CommandLineRun();

        Assert.AreEqual(3, await run.RunAsync(["decisions", "solar", "--url", $"{filter.Url}", .. Key]));
    }

    private static StubAnswer Page(params string[] decisions) => new(200, $$"""{"decisions":[{{string.Join(',', decisions)}}],"next":null}""");
}
