using System.Text;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Sqlite.Connections;
using LeadFilter.Sqlite.Folders;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Sqlite;

[TestClass]
public sealed class DataFolderTests
{
    private const string Deleted = "deleted.long.ago@example.com";

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task Missing_folder_is_made()
    {
        using var folder = new TemporaryFolder();
        var missing = Path.Combine(folder.Path, "a", "b");

        await using var store = Open(missing);

        Assert.AreEqual(Path.Combine(missing, "leadfilter.db"), store.File);
        Assert.IsTrue(File.Exists(store.File));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task Only_the_owner_may_read_a_folder_that_was_made_and_its_files()
    {
        using var folder = new TemporaryFolder();
        var missing = Path.Combine(folder.Path, "data");
        await using var store = Open(missing);
        await store.Tables[TableNames.Claims].TryInsertAsync(new Row("p", "r"), TestContext.CancellationToken);

        var modes = Directory.GetFiles(missing).Order().Select(file => $"{Path.GetFileName(file)} {Mode(file)}");

        Assert.AreEqual("UserExecute, UserWrite, UserRead", Mode(missing));
        Assert.AreEqual(
            "leadfilter.db UserWrite, UserRead; leadfilter.db-shm UserWrite, UserRead; leadfilter.db-wal UserWrite, UserRead",
            string.Join("; ", modes));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task Mode_of_a_folder_that_was_there_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead);
        }

        await using var store = Open(folder.Path);

        Assert.AreEqual("GroupRead, UserExecute, UserWrite, UserRead", Mode(folder.Path));
    }

    [TestMethod]
    public void Folder_that_cannot_be_made_is_named_with_a_remedy()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        File.WriteAllText(file, "");
        var impossible = Path.Combine(file, "data");

        var failure = Assert.ThrowsExactly<DataFolderException>(() => Open(impossible));

        Assert.StartsWith($"Cannot make the data folder '{impossible}' or a file in it: ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(" Let the user that runs leadfilter write there, or name another folder with --data.", failure.Message, StringComparison.Ordinal);
    }

    [TestMethod]
    public void Folder_in_which_no_database_can_be_made_is_named_with_a_remedy()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "leadfilter.db"));

        var failure = Assert.ThrowsExactly<DataFolderException>(() => Open(folder.Path));

        Assert.StartsWith($"Cannot make the data folder '{folder.Path}' or a file in it: ", failure.Message, StringComparison.Ordinal);
    }

    [TestMethod]
    public void File_that_is_no_database_is_refused_and_left_alone()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "leadfilter.db");
        var text = string.Concat(Enumerable.Repeat("not a database\n", 1000));
        File.WriteAllText(file, text);

        var failure = Assert.ThrowsExactly<DataFolderException>(() => Open(folder.Path));

        Assert.AreEqual($"'{file}' is not a database. Move it away, or name another folder with --data.", failure.Message);
        Assert.AreEqual(text, File.ReadAllText(file));
    }

    [TestMethod]
    public async Task Database_of_a_newer_version_is_refused()
    {
        using var folder = new TemporaryFolder();
        await Open(folder.Path).DisposeAsync();
        var file = Change(folder, "PRAGMA user_version = 4");

        var failure = Assert.ThrowsExactly<DataFolderException>(() => Open(folder.Path));

        Assert.AreEqual(
            $"'{file}' was made by a newer version of leadfilter. Install that version, or name another folder with --data.",
            failure.Message);
    }

    [TestMethod]
    public async Task File_of_version_1_is_rebuilt_without_what_was_deleted_from_it()
    {
        using var folder = new TemporaryFolder();
        var file = await MakeOldFileAsync(folder);
        var before = await HoldsAsync(file, Deleted);

        await using (var store = SqliteStore.Open(folder.Path, TimeProvider.System, new() { CleansOldFile = true }))
        {
            Assert.IsTrue(store.IsClean);
            Assert.IsNotNull(await store.Tables[TableNames.Claims].FindAsync("p", "kept", TestContext.CancellationToken));
        }

        Assert.IsTrue(before);
        Assert.IsFalse(await HoldsAsync(file, Deleted));
        await using var again = Open(folder.Path);
        Assert.IsTrue(again.IsClean);
    }

    [TestMethod]
    public async Task File_of_version_1_is_not_rebuilt_by_those_who_only_look()
    {
        using var folder = new TemporaryFolder();
        await MakeOldFileAsync(folder);

        await using (var looking = Open(folder.Path))
        {
            Assert.IsFalse(looking.IsClean);
        }

        await using var again = SqliteStore.Open(folder.Path, TimeProvider.System, new() { CleansOldFile = true });
        Assert.IsTrue(again.IsClean);
    }

    [TestMethod]
    public async Task New_file_is_clean()
    {
        using var folder = new TemporaryFolder();

        await using var store = Open(folder.Path);

        Assert.IsTrue(store.IsClean);
    }

    [TestMethod]
    public void Database_of_another_program_is_refused_and_left_alone()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "leadfilter.db"), "");
        var file = Change(folder, "CREATE TABLE messages (subject TEXT)");
        var before = File.ReadAllBytes(file);

        var failure = Assert.ThrowsExactly<DataFolderException>(() => Open(folder.Path));

        Assert.AreEqual($"'{file}' is the database of another program. Name another folder with --data.", failure.Message);
        CollectionAssert.AreEqual(before, File.ReadAllBytes(file));
    }

    [TestMethod]
    public void Database_that_another_program_keeps_locked_is_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "leadfilter.db"), "");
        using var other = new FileLock(Path.Combine(folder.Path, "leadfilter.db"));

        var failure = Assert.ThrowsExactly<DataFolderException>(
            () => SqliteStore.Open(folder.Path, TimeProvider.System, new() { BusyTimeout = TimeSpan.FromMilliseconds(20) }));

        Assert.StartsWith("Another program keeps the database '", failure.Message, StringComparison.Ordinal);
    }

    [TestMethod]
    public void Folder_without_data_is_left_alone_by_those_who_only_look()
    {
        using var folder = new TemporaryFolder();
        var empty = Path.Combine(folder.Path, "typo");

        var failure = Assert.ThrowsExactly<DataFolderException>(
            () => SqliteStore.Open(empty, TimeProvider.System, new() { CreateIfMissing = false }));

        Assert.AreEqual(
            $"There is no data in '{empty}': it has no leadfilter.db. Name the folder that `leadfilter serve` uses with --data.",
            failure.Message);
        Assert.IsFalse(Directory.Exists(empty));
    }

    [TestMethod]
    public async Task Eight_programs_may_make_the_same_folder_at_once()
    {
        using var folder = new TemporaryFolder();
        var data = Path.Combine(folder.Path, "data");

        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Open(data))));

        for (var at = 0; at < stores.Length; at++)
        {
            Assert.IsTrue(await stores[at].Tables[TableNames.Claims].TryInsertAsync(new Row("p", $"{at}"), TestContext.CancellationToken));
            await stores[at].DisposeAsync();
        }
    }

    /// <summary>A file as version 1 left it: with rows that were deleted, and are still in pages that are free.</summary>
    private async Task<string> MakeOldFileAsync(TemporaryFolder folder)
    {
        await using (var store = Open(folder.Path))
        {
            await store.Tables[TableNames.Claims].TryInsertAsync(new Row("p", "kept"), TestContext.CancellationToken);
            for (var number = 0; number < 50; number++)
            {
                await store.Tables[TableNames.Claims].TryInsertAsync(
                    new Row("p", $"{number}").Set("Text", $"{Deleted} {new string('x', 3_000)}"), TestContext.CancellationToken);
            }
        }

        return Change(folder, "PRAGMA user_version = 1", "PRAGMA secure_delete = OFF", "DELETE FROM Claims WHERE row <> 'kept'");
    }

    private async Task<bool> HoldsAsync(string file, string text) =>
        (await File.ReadAllBytesAsync(file, TestContext.CancellationToken)).AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;

    private static SqliteStore Open(string folder) => SqliteStore.Open(folder, TimeProvider.System);

    private static string Mode(string path) => OperatingSystem.IsWindows() ? "" : File.GetUnixFileMode(path).ToString();

    private static string Change(TemporaryFolder folder, params ReadOnlySpan<string> statements)
    {
        var file = Path.Combine(folder.Path, "leadfilter.db");
        using var connection = Connection.Open(file, TimeSpan.FromSeconds(5));
        foreach (var sql in statements)
        {
            connection.Run(sql);
        }

        return file;
    }
}
