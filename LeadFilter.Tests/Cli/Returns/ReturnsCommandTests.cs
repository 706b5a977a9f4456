using LeadFilter.Cli.Invocation;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Cli.Returns;

/// <summary>Returns from the command line.</summary>
[TestClass]
public sealed class ReturnsCommandTests : IDisposable
{
    private const string Campaign = """
        {
          "campaign": "loans", "version": "test.1", "rules": [], "prices": [ { "price": 12.5 } ],
          "delivery": { "type": "webhook", "url": "/demo/crm/leads" },
          "vendors": { "acme": { "returns": { "windowDays": 7, "answerDays": 3, "silence": "deny", "reasons": { "wrong_number": "Somebody else" } } } }
        }
        """;

    private readonly FilterFolders folders = new(campaign: Campaign);
    private FilterUnderTest filter = null!;
    private int persons;

    [TestInitialize]
    public async Task StartAsync() => filter = await FilterUnderTest.StartAsync(folders);

    [TestCleanup]
    public ValueTask StopAsync() => filter.DisposeAsync();

    public void Dispose() => folders.Dispose();

    [TestMethod]
    public async Task A_file_is_handed_back_once_and_its_refused_rows_are_listed()
    {
        var lead = await BoughtAsync();
        var file = Path.Combine(folders.Data, "..", "bad.csv");
        await File.WriteAllTextAsync(file, $"lead,reason\n{lead},wrong_number\n{lead},no_sale\n{new string('0', 32)},wrong_number\n");

        Assert.Contains("would be counted: 1, known before: 0, refused: 2", (await RunAsync("import", file, "--dry-run")).Output, StringComparison.Ordinal);
        var (exit, output) = await RunAsync("import", file);

        Assert.AreEqual(ExitCode.Done, exit);
        Assert.Contains("line 4: return_not_bought", output, StringComparison.Ordinal);
        Assert.Contains("counted: 0, known before: 2", (await RunAsync("import", file)).Output, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_return_is_followed_from_the_request_to_the_credit()
    {
        var lead = await HandedBackAsync();
        Assert.Contains("requested", (await RunAsync("list", "--state", "requested")).Output, StringComparison.Ordinal);
        Assert.AreEqual("No returns.", (await RunAsync("list", "--state", "accepted")).Output.Trim());

        Assert.Contains("return:     denied", (await RunAsync("deny", lead, "--reason", "person_reached")).Output, StringComparison.Ordinal);
        Assert.Contains("return:     disputed", (await RunAsync("dispute", lead)).Output, StringComparison.Ordinal);
        Assert.Contains("credit:     12.50", (await RunAsync("accept", lead)).Output, StringComparison.Ordinal);

        var (_, shown) = await RunAsync("show", lead);
        Assert.Contains("wrong_number: Somebody else", shown, StringComparison.Ordinal);
        Assert.Contains("buyer for vendor", shown, StringComparison.Ordinal);
        Assert.Contains($"{lead},acme,accepted,wrong_number,12.50,", (await RunAsync("list", "--csv")).Output, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task What_cannot_be_done_any_more_says_why()
    {
        var lead = await HandedBackAsync();
        await RunAsync("withdraw", lead);

        var (exit, output) = await RunAsync("accept", lead);

        Assert.AreEqual(ExitCode.WrongInput, exit);
        Assert.Contains("The return is withdrawn already.", output, StringComparison.Ordinal);
        Assert.AreEqual(ExitCode.WrongInput, (await RunAsync("show", new string('0', 32))).Exit);
    }

    [TestMethod]
    public async Task The_page_of_a_lead_shows_its_return()
    {
        var lead = await HandedBackAsync();
        using var run = new CommandLineRun();
        await run.RunAsync(["lead", lead, "--campaign", "loans", "--url", filter.Host.Address.ToString(), "--admin-key", FilterVisitor.AdminKey]);

        Assert.Contains("return:     requested", run.Output, StringComparison.Ordinal);
    }

    private async Task<string> BoughtAsync() =>
        (await filter.Visitor.SendAsync("acme", FilterVisitor.Person($"person-{++persons}"))).Lead;

    private async Task<string> HandedBackAsync()
    {
        var lead = await BoughtAsync();
        var file = Path.Combine(folders.Data, "..", "bad.ndjson");
        await File.WriteAllTextAsync(file, $$"""{ "lead": "{{lead}}", "reason": "wrong_number" }""" + "\n");
        Assert.AreEqual(ExitCode.Done, (await RunAsync("import", file)).Exit);
        return lead;
    }

    private async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        using var run = new CommandLineRun();
        var exit = await run.RunAsync(
            ["returns", .. arguments, "--campaign", "loans", "--url", filter.Host.Address.ToString(), "--admin-key", FilterVisitor.AdminKey]);
        return (exit, run.Output + run.Error);
    }
}
