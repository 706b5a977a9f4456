using System.Text.Json;
using LeadFilter.Cli.Invocation;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Cli.OptOuts;

/// <summary>Opt-outs from the command line.</summary>
[TestClass]
public sealed class OptOutsCommandTests : IDisposable
{
    private readonly FilterFolders folders = new();
    private FilterUnderTest filter = null!;

    [TestInitialize]
    public async Task StartAsync() => filter = await FilterUnderTest.StartAsync(folders);

    [TestCleanup]
    public ValueTask StopAsync() => filter.DisposeAsync();

    public void Dispose() => folders.Dispose();

    [TestMethod]
    public async Task A_file_is_imported_once_and_its_refused_rows_are_listed()
    {
        const string Rows = "email,phone,channels\nann@example.com,,call\n,(415) 234-1234,call text\nnobody,,email\nbob@example.com,,fax\n";

        Assert.Contains("would be counted: 2, known before: 0, refused: 2", (await ImportAsync(Rows, "--dry-run")).Output, StringComparison.Ordinal);
        var (exit, output) = await ImportAsync(Rows);
        Assert.AreEqual(ExitCode.Done, exit);
        Assert.Contains("line 4: person_unreadable", output, StringComparison.Ordinal);
        Assert.Contains("line 5: channel_unknown", output, StringComparison.Ordinal);
        Assert.Contains("counted: 0, known before: 2, refused: 2", (await ImportAsync(Rows)).Output, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Opt_outs_are_listed_without_any_plain_value()
    {
        Assert.Contains("No opt-outs.", (await RunAsync("list")).Output, StringComparison.Ordinal);
        await ImportAsync("email,channels\nann.smith@example.com,call\n");

        foreach (var form in (string[][])[["list"], ["list", "--csv"], ["list", "--json"]])
        {
            var (exit, output) = await RunAsync(form);
            Assert.AreEqual(ExitCode.Done, exit);
            Assert.Contains("a***@e***.com", output, StringComparison.Ordinal);
            Assert.DoesNotContain("ann.smith", output, StringComparison.Ordinal);
        }
    }

    [TestMethod]
    public async Task One_is_shown_and_proved()
    {
        await ImportAsync("email,channels,how\nann.smith@example.com,call text,sms_reply\n");
        using var listed = JsonDocument.Parse((await RunAsync("list", "--json")).Output.Split('\n')[0]);
        var id = listed.RootElement.GetProperty("optOuts")[0].GetProperty("id").GetString()!;

        Assert.Contains("channels:    call, text", (await RunAsync("show", id)).Output, StringComparison.Ordinal);
        Assert.Contains("signature:   HMAC-SHA-256 ", (await RunAsync("proof", id)).Output, StringComparison.Ordinal);
        Assert.AreEqual(ExitCode.WrongInput, (await RunAsync("show", new string('0', 32))).Exit);
    }

    private async Task<(int Exit, string Output)> ImportAsync(string rows, params string[] more)
    {
        var file = Path.Combine(folders.Data, "..", "opt-outs.csv");
        await File.WriteAllTextAsync(file, rows);
        return await RunAsync(["import", file, .. more]);
    }

    private async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        using var run = new CommandLineRun();
        var exit = await run.RunAsync(
            ["opt-outs", .. arguments, "--url", filter.Host.Address.ToString(), "--admin-key", FilterVisitor.AdminKey]);
        return (exit, run.Output + run.Error);
    }
}
