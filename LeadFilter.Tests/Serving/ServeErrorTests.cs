using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;

namespace LeadFilter.Tests.Serving;

/// <summary>What keeps <c>serve</c> from starting is said in a line with a remedy, and with exit code 2.</summary>
[TestClass]
public sealed class ServeErrorTests : IDisposable
{
    private readonly FilterFolders folders = new();

    public void Dispose() => folders.Dispose();

    [TestMethod]
    public async Task A_broken_campaign_file_is_named_with_its_line()
    {
        await File.WriteAllTextAsync(folders.CampaignFile, "{\n  \"campaign\": \"loans\",\n  \"version\": oops\n}");
        await AssertRefusedAsync($"{folders.CampaignFile}:3:", "--campaigns", folders.Campaigns);
    }

    [TestMethod]
    public async Task Every_mistake_of_a_campaign_has_a_line_of_its_own()
    {
        var text = await File.ReadAllTextAsync(folders.CampaignFile);
        await File.WriteAllTextAsync(
            folders.CampaignFile,
            text.Replace("\"age_seconds\"", "\"age_secs\"", StringComparison.Ordinal).Replace("\"mode\": \"shadow\"", "\"mode\": \"ghost\"", StringComparison.Ordinal));
        var said = await AssertRefusedAsync($"{folders.CampaignFile}:", "--campaigns", folders.Campaigns);
        Assert.HasCount(2, said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [TestMethod]
    public async Task A_broken_vendor_file_is_named_with_its_line()
    {
        await File.WriteAllTextAsync(folders.VendorsFile, "{ \"vendors\": {\n  \"acme\": { \"name\": 7 } } }");
        await AssertRefusedAsync($"{folders.VendorsFile}:2:", "--campaigns", folders.Campaigns);
    }

    [TestMethod]
    public async Task A_missing_campaign_folder_is_named() =>
        await AssertRefusedAsync(Path.Combine(folders.Root, "nowhere"), "--campaigns", Path.Combine(folders.Root, "nowhere"));

    [TestMethod]
    public async Task A_taken_port_is_named_with_the_option_for_another_one()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await AssertRefusedAsync($"Port {port} is taken", "--port", $"{port}", "--campaigns", folders.Campaigns);
    }

    [TestMethod]
    public async Task A_data_folder_below_a_file_is_named()
    {
        var file = Path.Combine(folders.Root, "file");
        await File.WriteAllTextAsync(file, "");
        await AssertRefusedAsync(Path.Combine(file, "store"), "--data", Path.Combine(file, "store"), "--campaigns", folders.Campaigns);
    }

    [TestMethod]
    public async Task A_database_of_another_program_is_named_and_left_alone()
    {
        Directory.CreateDirectory(folders.Data);
        var file = Path.Combine(folders.Data, "leadfilter.db");
        await using (var other = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await other.OpenAsync();
            await using var create = other.CreateCommand();
            create.CommandText = "CREATE TABLE recipes (title TEXT)";
            await create.ExecuteNonQueryAsync();
        }

        var before = await File.ReadAllBytesAsync(file);
        await AssertRefusedAsync("the database of another program", "--campaigns", folders.Campaigns);
        CollectionAssert.AreEqual(before, await File.ReadAllBytesAsync(file));
    }

    [TestMethod]
    public async Task A_file_that_is_no_database_is_named_and_left_alone()
    {
        Directory.CreateDirectory(folders.Data);
        var file = Path.Combine(folders.Data, "leadfilter.db");
        await File.WriteAllTextAsync(file, new string('x', 10_000));
        await AssertRefusedAsync("is not a database", "--campaigns", folders.Campaigns);
        Assert.AreEqual(new string('x', 10_000), await File.ReadAllTextAsync(file));
    }

    [TestMethod]
    [DataRow("--data")]
    [DataRow("--campaigns")]
    public async Task An_empty_folder_name_is_refused(string option) => await AssertRefusedAsync($"{option}: name a folder", option, "");

    [TestMethod]
    public async Task A_folder_that_another_serve_uses_is_refused_and_free_again_when_that_one_is_killed()
    {
        await using (var first = await ServeProcess.StartAsync(folders))
        {
            await AssertRefusedAsync("in use by a filter that runs already", "--port", "0", "--campaigns", folders.Campaigns);
            Assert.AreEqual("success", (await first.Visitor.SendAsync("acme", FilterVisitor.Person("ann"))).Outcome);
            await first.KillAsync();
        }

        await using var second = await ServeProcess.StartAsync(folders);
        Assert.AreEqual("success", (await second.Visitor.SendAsync("acme", FilterVisitor.Person("ben"))).Outcome);
    }

    private async Task<string> AssertRefusedAsync(string named, params string[] options)
    {
        await using var serve = ServeProcess.Run(options.Contains("--data") ? options : ["--data", folders.Data, .. options]);
        var code = await serve.ExitCodeAsync();

        Assert.AreEqual(2, code, serve.Console);
        Assert.StartsWith("leadfilter: ", serve.Console, StringComparison.Ordinal);
        Assert.Contains(named, serve.Console, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", serve.Console, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", serve.Console, StringComparison.Ordinal);
        return serve.Console;
    }
}
