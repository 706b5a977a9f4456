namespace LeadFilter.Tests.Cli.Caps;

[TestClass]
public sealed class CapsTests
{
    private const string Daily =
        """{"id":"daily","scope":"campaign","vendor":null,"source":null,"mode":"enforced","per":"day","limit":1500,"taken":1,"left":1499,"from":"2026-11-22T05:00:00Z","resetsAt":"2026-11-23T05:00:00Z"}""";

    private const string BySource =
        """{"id":"sources","scope":"campaign","vendor":"acme","source":"[red]\u001b[2J","mode":"shadow","per":"hour","limit":10,"taken":10,"left":0,"from":"2026-11-22T12:00:00Z","resetsAt":"2026-11-22T13:00:00Z"}""";

    private static readonly string[] Key = ["--admin-key", "secret"];

    [TestMethod]
    public async Task The_table_shows_what_is_taken_and_left_and_until_when()
    {
        await using var filter = await FilterStub.StartAsync(_ => Caps(Daily, BySource));
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync(["caps", "--campaign", "roof", "--url", $"{filter.Url}", .. Key]), run.Error);

        Assert.MatchesRegex(
            @"(?s)daily\s+all\s+all\s+day\s+1,500\s+1\s+1,499\s+2026-11-23 05:00:00\s+enforced\s.*sources\s+acme\s+\[red\]\?\[2J\s+hour\s+10\s+10\s+0\s+2026-11-22 13:00:00\s+shadow",
            run.Output);
        var request = filter.Requests.Single();
        Assert.AreEqual(("GET", "/api/campaigns/roof/caps", "Bearer secret"), (request.Method, request.Path, request.Authorization));
    }

    [TestMethod]
    public async Task The_table_shows_money_with_its_sign_and_the_values_that_are_counted_by()
    {
        const string Budget =
            """{"id":"budget","scope":"campaign","vendor":null,"source":null,"by":{"state":"CA","city":null},"mode":"enforced","per":"day","counts":"money","limit":5000,"taken":1287.5,"left":3712.5,"from":"2026-11-22T05:00:00Z","resetsAt":"2026-11-23T05:00:00Z"}""";
        await using var filter = await FilterStub.StartAsync(_ => Caps(Daily, Budget));
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync(["caps", "--url", $"{filter.Url}", .. Key]), run.Error);

        Assert.MatchesRegex(@"state CA, city\s+\(none\)|state CA, city \(none\)", run.Output);
        foreach (var amount in (string[])["$5,000.00", "$1,287.50", "$3,712.50"])
        {
            Assert.Contains(amount, run.Output, StringComparison.Ordinal);
        }
    }

    [TestMethod]
    public async Task Json_is_one_object_a_line()
    {
        await using var filter = await FilterStub.StartAsync(_ => Caps(Daily, BySource));
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync(["caps", "--json", "--url", $"{filter.Url}", .. Key]), run.Error);

        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.HasCount(2, lines);
        Assert.Contains("\"left\":1499", lines[0], StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_campaign_without_caps_is_said_to_have_none()
    {
        await using var filter = await FilterStub.StartAsync(_ => Caps());
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync(["caps", "--url", $"{filter.Url}", .. Key]));

        Assert.AreEqual(("", "The campaign has no caps."), (run.Output, run.Error.TrimEnd()));
    }

    [TestMethod]
    [DataRow(401, 2, "does not take this admin key")]
    [DataRow(404, 2, "No such campaign: Look again")]
    [DataRow(503, 3, "cannot answer now")]
    [DataRow(200, 3, "does not answer like a filter")]
    [DataRow(0, 3, "no filter answers")]
    public async Task A_refusal_is_told_apart_from_a_filter_that_cannot_be_reached(int status, int code, string said)
    {
        await using var filter = await FilterStub.StartAsync(
            _ => status is 0 ? StubAnswer.Reset : StubAnswer.Problem(status, "No such campaign", "Look again"));
        using var run = new CommandLineRun();

        Assert.AreEqual(code, await run.RunAsync(["caps", "--url", $"{filter.Url}", .. Key]));

        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.AreEqual("", run.Output);
    }

    [TestMethod]
    public async Task Without_an_admin_key_the_ways_to_give_one_are_named()
    {
        using var folder = new TemporaryFolder();
        using var run = new CommandLineRun();

        Assert.AreEqual(2, await run.RunAsync("caps", "--data", folder.Path));

        Assert.Contains("--admin-key", run.Error, StringComparison.Ordinal);
    }

    private static StubAnswer Caps(params string[] caps) => new(200, $$"""{"caps":[{{string.Join(',', caps)}}]}""");
}
