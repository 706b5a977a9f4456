using System.Text.Json;
using LeadFilter.Cli.Serving;
using LeadFilter.Sqlite.Connections;
using LeadFilter.Tests.Cli;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Backups;

/// <summary><c>leadfilter backup</c> beside a running filter, and <c>leadfilter restore</c>.</summary>
[TestClass]
public sealed class BackupCommandTests : IDisposable
{
    private readonly FilterFolders folders = new();

    public TestContext TestContext { get; set; } = null!;

    private string File => Path.Combine(folders.Root, "backup.db");

    private string Elsewhere => Path.Combine(folders.Root, "elsewhere");

    public void Dispose() => folders.Dispose();

    [TestMethod]
    public async Task Restored_filter_holds_the_same_rows_and_knows_the_people_who_were_bought()
    {
        string before;
        await using (var filter = await FilterUnderTest.StartAsync(folders))
        {
            await filter.Visitor.SendAllAsync(Enumerable.Range(0, 30).Select(at => ("acme", FilterVisitor.Person($"ann{at}"))));
            await filter.DeliveredAsync();
            Assert.AreEqual(0, (await RunAsync("backup", File, "--data", folders.Data)).Code);
            before = StoredRows.Dump(filter.Host.DataFile);
        }

        Assert.AreEqual(0, (await RunAsync("restore", File, "--data", Elsewhere)).Code);

        Assert.AreEqual(before, StoredRows.Dump(Path.Combine(Elsewhere, "leadfilter.db")));
        Directory.Delete(folders.Data, recursive: true);
        Directory.Move(Elsewhere, folders.Data);
        await using var again = await FilterUnderTest.StartAsync(folders);
        Assert.AreEqual("failure", (await again.Visitor.SendAsync("bright", FilterVisitor.Person("ann7"))).Outcome);
        Assert.AreEqual("success", (await again.Visitor.SendAsync("bright", FilterVisitor.Person("bob"))).Outcome);
    }

    [TestMethod]
    public async Task Folder_that_is_served_is_not_restored()
    {
        await using var filter = await FilterUnderTest.StartAsync(folders);
        await RunAsync("backup", File, "--data", folders.Data);

        var (code, _, error) = await RunAsync("restore", File, "--data", folders.Data);

        Assert.AreEqual(2, code);
        Assert.Contains("is in use by a filter that runs already", error, StringComparison.Ordinal);
        Assert.AreEqual("success", (await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"))).Outcome);
    }

    [TestMethod]
    public async Task Folder_on_which_a_command_works_is_not_restored()
    {
        await ServeOnceAsync("ann");
        await RunAsync("backup", File, "--data", folders.Data);
        using (FolderLock.Share(folders.Data))
        {
            var (code, _, error) = await RunAsync("restore", File, "--data", folders.Data);

            Assert.AreEqual(2, code);
            Assert.Contains("is in use by another command. Try again when that is done.", error, StringComparison.Ordinal);
        }

        Assert.AreEqual(0, (await RunAsync("restore", File, "--data", folders.Data)).Code);
    }

    [TestMethod]
    [DataRow("suppress", "lists")]
    [DataRow("suppress", "add", "--list", "customers", "ann@example.com")]
    [DataRow("erase", "ann@example.com", "--dry-run")]
    public async Task Commands_wait_for_a_restore_and_work_beside_a_server_and_each_other(params string[] command)
    {
        await using var filter = await FilterUnderTest.StartAsync(folders);
        string[] where = command[0] == "erase" ? ["--data", folders.Data, "--campaigns", folders.Campaigns] : ["--data", folders.Data];
        using (FolderLock.TakeFromCommands(folders.Data))
        {
            var (code, _, error) = await RunAsync([.. command, .. where]);

            Assert.AreEqual(2, code);
            Assert.Contains("is being restored. Try again when that is done.", error, StringComparison.Ordinal);
        }

        using (FolderLock.Share(folders.Data))
        {
            var (code, _, error) = await RunAsync([.. command, .. where]);

            Assert.IsTrue(code is 0 or 1, error);
        }
    }

    [TestMethod]
    public async Task Data_of_before_are_kept_aside()
    {
        await ServeOnceAsync("ann");
        await RunAsync("backup", File, "--data", folders.Data);
        await ServeOnceAsync("bob");
        var before = StoredRows.Dump(Path.Combine(folders.Data, "leadfilter.db"));

        var (code, output, error) = await RunAsync("restore", File, "--json", "--data", folders.Data);

        Assert.AreEqual(0, code, error);
        using var json = JsonDocument.Parse(output);
        var aside = json.RootElement.GetProperty("aside").GetString()!;
        Assert.AreEqual(before, StoredRows.Dump(aside));
        Assert.AreNotEqual(before, StoredRows.Dump(Path.Combine(folders.Data, "leadfilter.db")));
        Assert.IsTrue(json.RootElement.GetProperty("holdsIdentitySecret").GetBoolean());
    }

    [TestMethod]
    public async Task Damaged_database_is_replaced_and_kept_with_its_log()
    {
        await ServeOnceAsync("ann");
        await RunAsync("backup", File, "--data", folders.Data);
        var database = Path.Combine(folders.Data, "leadfilter.db");
        await System.IO.File.WriteAllTextAsync(database, new string('?', 9_000), TestContext.CancellationToken);
        await System.IO.File.WriteAllTextAsync(database + "-wal", "log", TestContext.CancellationToken);

        var (code, _, error) = await RunAsync("restore", File, "--data", folders.Data);

        Assert.AreEqual(0, code, error);
        Assert.IsFalse(System.IO.File.Exists(database + "-wal"));
        Assert.HasCount(2, Directory.GetFiles(folders.Data, "leadfilter.db.*"));
        await using var again = await FilterUnderTest.StartAsync(folders);
        Assert.AreEqual("failure", (await again.Visitor.SendAsync("bright", FilterVisitor.Person("ann"))).Outcome);
    }

    [TestMethod]
    public async Task File_that_exists_is_replaced_only_by_force()
    {
        await ServeOnceAsync("ann");
        await System.IO.File.WriteAllTextAsync(File, "mine", TestContext.CancellationToken);

        var (code, _, error) = await RunAsync("backup", File, "--data", folders.Data);

        Assert.AreEqual(2, code);
        Assert.Contains("exists; give --force to replace it", error, StringComparison.Ordinal);
        Assert.AreEqual("mine", await System.IO.File.ReadAllTextAsync(File, TestContext.CancellationToken));
        Assert.AreEqual(0, (await RunAsync("backup", File, "--force", "--data", folders.Data)).Code);
        Assert.AreNotEqual("mine", await System.IO.File.ReadAllTextAsync(File, TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task Backup_is_not_written_over_the_data()
    {
        await ServeOnceAsync("ann");

        var (code, _, error) = await RunAsync(
            "backup", Path.Combine(folders.Data, "leadfilter.db"), "--force", "--data", folders.Data);

        Assert.AreEqual(2, code);
        Assert.Contains("is in the data folder itself", error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Backup_of_a_folder_without_data_is_refused()
    {
        var (code, _, error) = await RunAsync("backup", File, "--data", Elsewhere);

        Assert.AreEqual(2, code);
        Assert.Contains("it has no leadfilter.db", error, StringComparison.Ordinal);
        Assert.IsFalse(System.IO.File.Exists(File));
    }

    [TestMethod]
    [DataRow("PRAGMA user_version = 4", "was made by a newer version of leadfilter", DisplayName = "newer")]
    [DataRow("PRAGMA application_id = 5", "is not a database of leadfilter", DisplayName = "foreign")]
    public async Task Backup_that_this_version_cannot_use_is_refused_and_changes_nothing(string change, string message)
    {
        await ServeOnceAsync("ann");
        await RunAsync("backup", File, "--data", folders.Data);
        using (var connection = Connection.Open(File, TimeSpan.FromSeconds(5)))
        {
            connection.Run(change);
        }

        var before = DataFiles();
        var (code, _, error) = await RunAsync("restore", File, "--data", folders.Data);

        Assert.AreEqual(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
        CollectionAssert.AreEqual(before, DataFiles());
    }

    [TestMethod]
    [DataRow(0, DisplayName = "empty")]
    [DataRow(9_000, DisplayName = "text")]
    public async Task File_that_is_not_a_backup_is_refused(int length)
    {
        await System.IO.File.WriteAllTextAsync(File, new string('?', length), TestContext.CancellationToken);

        var (code, _, error) = await RunAsync("restore", File, "--data", Elsewhere);

        Assert.AreEqual(2, code);
        Assert.Contains("not a database of leadfilter", error, StringComparison.Ordinal);
        Assert.IsFalse(System.IO.File.Exists(Path.Combine(Elsewhere, "leadfilter.db")));
    }

    [TestMethod]
    public async Task Backup_of_another_installation_is_refused()
    {
        await ServeOnceAsync("ann");
        await RunAsync("backup", File, "--data", folders.Data);
        Directory.CreateDirectory(Elsewhere);
        InstallationSecrets.KeepIdentity(Elsewhere, new string('a', 48));

        var (code, _, error) = await RunAsync("restore", File, "--data", Elsewhere);

        Assert.AreEqual(2, code);
        Assert.Contains("belongs to another installation", error, StringComparison.Ordinal);
        Assert.IsFalse(System.IO.File.Exists(Path.Combine(Elsewhere, "leadfilter.db")));
    }

    [TestMethod]
    public async Task Secret_that_is_not_in_the_backup_is_asked_for()
    {
        await ServeOnceAsync("ann");
        System.IO.File.Delete(Path.Combine(folders.Data, "identity.key"));

        var backup = await RunAsync("backup", File, "--data", folders.Data);
        var restore = await RunAsync("restore", File, "--data", Elsewhere);

        Assert.Contains("not the identity secret: keep the value of LEADFILTER_IDENTITY_SECRET", backup.Output, StringComparison.Ordinal);
        Assert.Contains("set LEADFILTER_IDENTITY_SECRET to what it was", restore.Output, StringComparison.Ordinal);
    }

    private async Task ServeOnceAsync(string name)
    {
        await using var filter = await FilterUnderTest.StartAsync(folders);
        Assert.AreEqual("success", (await filter.Visitor.SendAsync("acme", FilterVisitor.Person(name))).Outcome);
        await filter.DeliveredAsync();
    }

    // Without the locks, which hold nothing.
    private string[] DataFiles() =>
        [.. Directory.GetFiles(folders.Data).Where(static file => !file.EndsWith(".lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var run = new CommandLineRun();
        var code = await run.RunAsync(arguments);
        return (code, run.Output, run.Error);
    }
}
