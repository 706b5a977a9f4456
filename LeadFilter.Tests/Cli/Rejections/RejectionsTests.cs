using System.Text.Json;

namespace LeadFilter.Tests.Cli.Rejections;

[TestClass]
public sealed class RejectionsTests
{
    private static readonly string[] Key = ["--admin-key", "secret"];

    [TestMethod]
    public async Task The_table_shows_when_whose_and_why_newest_first()
    {
        await using var filter = await FilterStub.StartAsync(_ => Page(null, One(2, "too_old", "duplicate"), One(1, "no_consent")));
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync(["rejections", "--url", $"{filter.Url}", .. Key]), run.Error);

        Assert.MatchesRegex(
            @"(?s)time \(UTC\).*2026-11-22 17:00:02\s+\w{32}\s+acme\s+example\.com\s+too_old, duplicate\s.*17:00:01\s+\w{32}\s+acme\s+example\.com\s+no_consent",
            run.Output);
        Assert.AreEqual("", run.Error);
    }

    [TestMethod]
    public async Task The_filter_is_asked_for_what_is_wanted()
    {
        await using var filter = await FilterStub.StartAsync(_ => Page(null));
        using var run = new CommandLineRun
        {
            Time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero)),
        };

        Assert.AreEqual(
            0,
            await run.RunAsync(
            [
                "rejections", "--campaign", "roof", "--vendor", "acme", "--reason", "too_old", "--from", "36h", "--to", "2026-11-22T18:30+02:00",
                "--limit", "7", "--url", $"{filter.Url}", .. Key,
            ]));

        var request = filter.Requests.Single();
        Assert.AreEqual(("GET", "/api/campaigns/roof/rejections", "Bearer secret"), (request.Method, request.Path, request.Authorization));
        CollectionAssert.AreEquivalent(
            new Dictionary<string, string>
            {
                ["vendor"] = "acme",
                ["reason"] = "too_old",
                ["from"] = "2026-11-21T05:00:00.000Z",
                ["to"] = "2026-11-22T16:30:00.000Z",
                ["limit"] = "7",
            },
            request.Query.ToDictionary());
        Assert.Contains("No rejections.", run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Short_pages_are_followed_until_the_limit()
    {
        await using var filter = await FilterStub.StartAsync(
            request => request.Query.ContainsKey("after") ? Page("c/2", One(2, "a")) : Page("c/1", One(4, "a"), One(3, "a")));
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync(["rejections", "--limit", "3", "--json", "--url", $"{filter.Url}", .. Key]));

        Assert.HasCount(3, Lines(run.Output));
        CollectionAssert.AreEqual(
            (string[])["3 ", "1 c/1"],
            filter.Requests.Select(one => $"{one.Query["limit"]} {one.Query.GetValueOrDefault("after")}").ToArray());
        Assert.Contains("There are more", run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task All_follows_every_page()
    {
        await using var filter = await FilterStub.StartAsync(request => request.Query.GetValueOrDefault("after") switch
        {
            null => Page("1", One(3, "a")),
            "1" => Page("2"),
            _ => Page(null, One(2, "a"), One(1, "a")),
        });
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync(["rejections", "--all", "--limit", "1", "--json", "--url", $"{filter.Url}", .. Key]));

        Assert.HasCount(3, Lines(run.Output));
        Assert.AreEqual("", run.Error);
    }

    [TestMethod]
    public async Task Json_is_one_object_a_line_with_everything_that_the_filter_says()
    {
        await using var filter = await FilterStub.StartAsync(_ => Page(null, One(1, "a").Replace("\"test\"", "\n\"new\":1,\"test\"", StringComparison.Ordinal)));
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync(["rejections", "--json", "--url", $"{filter.Url}", .. Key]));

        using var json = JsonDocument.Parse(Lines(run.Output).Single());
        Assert.AreEqual(1, json.RootElement.GetProperty("new").GetInt32());
        Assert.AreEqual("a", json.RootElement.GetProperty("reasons")[0].GetProperty("code").GetString());
    }

    [TestMethod]
    public async Task The_admin_key_is_that_of_the_command_line_then_the_environment_then_the_data_folder()
    {
        await using var filter = await FilterStub.StartAsync(_ => Page(null));
        using var folder = new TemporaryFolder();
        folder.Write("admin.key", "of-folder\n");
        using var run = new CommandLineRun { Variables = { ["LEADFILTER_ADMIN_KEY"] = "of-environment" } };
        string[] command = ["rejections", "--url", $"{filter.Url}", "--data", folder.Path];

        await run.RunAsync([.. command, "--admin-key", "of-command"]);
        await run.RunAsync(command);
        run.Variables.Clear();
        await run.RunAsync(command);

        CollectionAssert.AreEqual(
            (string[])["Bearer of-command", "Bearer of-environment", "Bearer of-folder"],
            filter.Requests.Select(one => one.Authorization).ToArray());
    }

    [TestMethod]
    public async Task Without_an_admin_key_the_ways_to_give_one_are_named()
    {
        using var folder = new TemporaryFolder();
        using var run = new CommandLineRun();

        Assert.AreEqual(2, await run.RunAsync("rejections", "--data", folder.Path));

        foreach (var way in (string[])["--admin-key", "LEADFILTER_ADMIN_KEY", "admin.key"])
        {
            Assert.Contains(way, run.Error, StringComparison.Ordinal);
        }
    }

    [TestMethod]
    [DataRow(401, 2, "does not take this admin key")]
    [DataRow(403, 2, "the role of this admin key is not enough")]
    [DataRow(404, 2, "No such campaign: Look again")]
    [DataRow(400, 2, "No such campaign: Look again")]
    [DataRow(503, 3, "cannot answer now")]
    [DataRow(200, 3, "does not answer like a filter")]
    [DataRow(0, 3, "no filter answers")]
    public async Task A_refusal_is_told_apart_from_a_filter_that_cannot_be_reached(int status, int code, string said)
    {
        await using var filter = await FilterStub.StartAsync(
            _ => status is 0 ? StubAnswer.Reset : StubAnswer.Problem(status, "No such campaign", "Look again"));
        using var run = new CommandLineRun();

        Assert.AreEqual(code, await run.RunAsync(["rejections", "--url", $"{filter.Url}", .. Key]));

        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.AreEqual("", run.Output);
    }

    [TestMethod]
    public async Task A_source_cannot_steer_the_terminal()
    {
        await using var filter = await FilterStub.StartAsync(
            _ => Page(null, One(1, "a").Replace("example.com", "[red]\\u001b[2J", StringComparison.Ordinal)));
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync(["rejections", "--url", $"{filter.Url}", .. Key]));

        Assert.Contains("[red]?[2J", run.Output, StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static StubAnswer Page(string? next, params string[] rejections) =>
        new(200, $$"""{"rejections":[{{string.Join(',', rejections)}}],"next":{{JsonSerializer.Serialize(next)}}}""");

    private static string One(int second, params string[] codes)
    {
        var reasons = codes.Select(code => $$"""{"code":"{{code}}","rule":"r","category":"age"}""");
        return $$"""
            {"at":"2026-11-22T17:00:0{{second}}.123Z","lead":"{{StubAnswer.Lead}}","vendor":"acme","source":"example.com","test":false,
             "version":"v1","reasons":[{{string.Join(',', reasons)}}]}
            """;
    }
}
