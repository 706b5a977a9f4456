using LeadFilter.Cli.Invocation;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Cli.Outcomes;

[TestClass]
public sealed class OutcomesImportTests
{
    [TestMethod]
    public async Task A_file_is_imported_once_and_its_refused_rows_are_listed()
    {
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders);
        var lead = (await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"))).Lead;
        var file = Path.Combine(folders.Data, "..", "outcomes.csv");
        await File.WriteAllTextAsync(file, $"lead;event;at;id\n{lead};contacted;{{now}};1\n{lead};sold;{{now}};2\n");

        var (trial, trialOutput) = await RunAsync(filter, file, "--dry-run");
        Assert.AreEqual(ExitCode.Done, trial);
        Assert.Contains("would be counted: 1, known before: 0, refused: 1", trialOutput, StringComparison.Ordinal);

        var (first, output) = await RunAsync(filter, file);
        Assert.AreEqual(ExitCode.Done, first);
        Assert.Contains("counted: 1, known before: 0, refused: 1", output, StringComparison.Ordinal);
        Assert.Contains("line 3: event_unknown: 'event' must be one of the words that are known", output, StringComparison.Ordinal);

        Assert.Contains("counted: 0, known before: 1, refused: 1", (await RunAsync(filter, file)).Output, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output)> RunAsync(FilterUnderTest filter, string file, params string[] more)
    {
        using var run = new CommandLineRun();
        var exit = await run.RunAsync(
            ["outcomes", "import", file, "--campaign", "loans", "--url", filter.Host.Address.ToString(), "--admin-key", FilterVisitor.AdminKey, .. more]);
        return (exit, run.Output + run.Error);
    }
}
