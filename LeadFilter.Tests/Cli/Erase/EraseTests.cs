using System.Text;
using System.Text.Json;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Cli.Erase;

/// <summary><c>leadfilter erase</c> beside a running filter.</summary>
[TestClass]
public sealed class EraseTests
{
    private const string Email = "zoe.quist@example.com";

    [TestMethod]
    [DataRow(false, DisplayName = "on the data folder")]
    [DataRow(true, DisplayName = "through the admin API")]
    public async Task A_person_from_the_standard_input_is_erased_and_is_in_no_output(bool remote)
    {
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders);
        var bought = await filter.Visitor.SendAsync("acme", FilterVisitor.Person("zoe.quist"));
        await filter.DeliveredAsync();
        using var run = new CommandLineRun { OpenInput = CommandLineRun.Text($"{Email}\n\n") };

        var code = await run.RunAsync(["erase", "--yes", .. Where(folders, filter, remote)]);

        Assert.AreEqual(0, code, run.Error);
        Assert.Contains(bought.Lead, run.Output, StringComparison.Ordinal);
        Assert.Contains("  1 claim", run.Output, StringComparison.Ordinal);
        Assert.Contains("Is on no suppression list", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("zoe", run.Output + run.Error, StringComparison.OrdinalIgnoreCase);
        Assert.AreEqual("success", (await filter.Visitor.SendAsync("bright", FilterVisitor.Person("zoe.quist"))).Outcome);
    }

    [TestMethod]
    public async Task Json_is_one_document_and_a_dry_run_erases_nothing()
    {
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders);
        await filter.Visitor.SendAsync("acme", FilterVisitor.Person("zoe.quist"));
        await filter.DeliveredAsync();
        using var run = new CommandLineRun();

        var code = await run.RunAsync(["erase", Email, "--dry-run", "--json", .. Where(folders, filter, remote: false)]);

        Assert.AreEqual(0, code, run.Error);
        using var json = JsonDocument.Parse(run.Output);
        Assert.IsTrue(json.RootElement.GetProperty("dryRun").GetBoolean());
        Assert.AreEqual("delivered", json.RootElement.GetProperty("leads")[0].GetProperty("place").GetString());
        Assert.AreNotEqual("success", (await filter.Visitor.SendAsync("bright", FilterVisitor.Person("zoe.quist"))).Outcome);
    }

    [TestMethod]
    public async Task Somebody_who_is_nowhere_is_told_by_the_exit_code()
    {
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders);
        using var run = new CommandLineRun();

        Assert.AreEqual(1, await run.RunAsync(["erase", Email, "--yes", .. Where(folders, filter, remote: false)]), run.Error);
        Assert.Contains("rejected leads and test leads", run.Output, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("y\n", 0)]
    [DataRow("n\n", 1)]
    public async Task It_asks_before_it_erases(string answer, int expected)
    {
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders);
        await filter.Visitor.SendAsync("acme", FilterVisitor.Person("zoe.quist"));
        await filter.DeliveredAsync();
        using var run = new CommandLineRun { InputRedirected = false, OpenInput = CommandLineRun.Text(answer) };

        Assert.AreEqual(expected, await run.RunAsync(["erase", Email, .. Where(folders, filter, remote: false)]), run.Error);
        Assert.AreEqual(expected == 0, (await filter.Visitor.SendAsync("bright", FilterVisitor.Person("zoe.quist"))).Outcome == "success");
    }

    [TestMethod]
    [DataRow(new string[0], "nobody can be asked here")]
    [DataRow(new[] { "--yes" }, "at least one")]
    [DataRow(new[] { "--yes", "zzmarkzz" }, "Value 1 is not an e-mail address or telephone number")]
    public async Task Wrong_usage_is_told_without_the_value(string[] arguments, string told)
    {
        using var run = new CommandLineRun();

        Assert.AreEqual(2, await run.RunAsync(["erase", .. arguments]));
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("zzmarkzz", run.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("\uFEFFzoe.quist@example.com\r\n", "utf-16", DisplayName = "UTF-16, as Notepad saves it")]
    [DataRow("  zoe.quist@example.com  \r\n\r\n", "utf-8", DisplayName = "blanks and blank lines")]
    public async Task The_standard_input_is_read_as_every_other_file(string text, string encoding)
    {
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders);
        await filter.Visitor.SendAsync("acme", FilterVisitor.Person("zoe.quist"));
        await filter.DeliveredAsync();
        using var run = new CommandLineRun { OpenInput = () => new MemoryStream(Encoding.GetEncoding(encoding).GetBytes(text)) };

        Assert.AreEqual(0, await run.RunAsync(["erase", "--yes", .. Where(folders, filter, remote: false)]), run.Error);
    }

    [TestMethod]
    public async Task A_line_that_cannot_be_read_is_told_by_its_number_and_nothing_is_erased()
    {
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders);
        await filter.Visitor.SendAsync("acme", FilterVisitor.Person("zoe.quist"));
        await filter.DeliveredAsync();

        // A letter in UTF-8, and a byte that neither UTF-8 nor Windows-1252 knows.
        byte[] bytes = [.. Encoding.UTF8.GetBytes($"{Email}\nzo\u00EB@example.com\n"), 0x81, 0xC3, (byte)'\n'];
        using var run = new CommandLineRun { OpenInput = () => new MemoryStream(bytes) };

        Assert.AreEqual(2, await run.RunAsync(["erase", "--yes", .. Where(folders, filter, remote: false)]), run.Output);
        Assert.Contains("line 3 of the standard input: not UTF-8", run.Error, StringComparison.Ordinal);
        Assert.AreEqual("failure", (await filter.Visitor.SendAsync("bright", FilterVisitor.Person("zoe.quist"))).Outcome);
    }

    private static string[] Where(FilterFolders folders, FilterUnderTest filter, bool remote) => remote
        ? ["--url", filter.Host.Address.ToString(), "--admin-key", FilterVisitor.AdminKey]
        : ["--data", folders.Data, "--campaigns", folders.Campaigns];
}
