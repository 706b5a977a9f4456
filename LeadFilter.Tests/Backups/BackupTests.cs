using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Sqlite.Backups;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Backups;

/// <summary>A data folder in one file, while others write to it.</summary>
[TestClass]
public sealed class BackupTests : IAsyncDisposable
{
    private const int Rows = 150;

    private static readonly BackupNote Note = new("2026-11-30T20:00:00Z", "");

    private readonly TemporaryFolder folder = new();
    private readonly SqliteStore store;

    public BackupTests() => store = SqliteStore.Open(Data, TimeProvider.System);

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Cancellation => TestContext.CancellationToken;

    private string Data => Path.Combine(folder.Path, "data");

    private string Restored => Path.Combine(folder.Path, "restored");

    private string File => Path.Combine(folder.Path, "backups", "one.db");

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [TestInitialize]
    public async Task FillAsync()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        Directory.CreateDirectory(Restored);
        for (var number = 0; number < Rows; number++)
        {
            await InsertAsync(TableNames.Claims, $"before {number}");
        }
    }

    [TestMethod]
    public async Task What_is_written_during_the_copy_does_not_wait_for_it_and_is_not_in_it()
    {
        var steps = 0;

        await Task.Run(() => Backup.Write(Data, File, force: false, Note, (_, _) => Insert($"during {steps++}"), Cancellation), Cancellation);

        Assert.IsGreaterThan(1, steps);
        Restore();
        await using var restored = SqliteStore.Open(Restored, TimeProvider.System);
        Assert.IsTrue(await HasAsync(restored, TableNames.Claims, $"before {Rows - 1}"));
        Assert.IsFalse(await HasAsync(restored, TableNames.Claims, "during 0"));
        Assert.IsTrue(await HasAsync(store, TableNames.Claims, $"during {steps - 1}"));
    }

    [TestMethod]
    public async Task Copy_under_load_is_the_state_of_one_moment()
    {
        using var stop = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var load = Task.Run(async () =>
        {
            for (var number = 0; !stop.IsCancellationRequested; number++)
            {
                await InsertAsync(TableNames.Claims, $"{number}");
                await InsertAsync(TableNames.Ledger, $"{number}");
                started.TrySetResult();
            }
        }, Cancellation);
        await started.Task;

        await Task.Run(() => Backup.Write(Data, File, force: false, Note, static (_, _) => { }, Cancellation), Cancellation);

        await stop.CancelAsync();
        await load;
        Restore();
        await using var restored = SqliteStore.Open(Restored, TimeProvider.System);
        var last = 0;
        while (await HasAsync(restored, TableNames.Ledger, $"{last + 1}"))
        {
            last++;
        }

        Assert.IsTrue(await HasAsync(restored, TableNames.Ledger, "0"));
        Assert.IsTrue(await HasAsync(restored, TableNames.Claims, $"{last}"));
        Assert.IsFalse(await HasAsync(restored, TableNames.Claims, $"{last + 2}"));
    }

    [TestMethod]
    public void Process_that_dies_leaves_nothing_under_the_final_name()
    {
        var seen = new List<string>();

        Backup.Write(Data, File, force: false, Note, (_, _) => seen.AddRange(Directory.GetFiles(Path.GetDirectoryName(File)!)), Cancellation);

        Assert.IsNotEmpty(seen);
        Assert.IsEmpty(seen.Where(static file => !Path.GetFileName(file).Contains(Backup.PartEnding, StringComparison.Ordinal)));
        CollectionAssert.AreEqual(new[] { File }, Directory.GetFiles(Path.GetDirectoryName(File)!));
    }

    [TestMethod]
    public async Task Copy_that_is_given_up_leaves_no_file()
    {
        using var stop = new CancellationTokenSource();

        Assert.ThrowsExactly<OperationCanceledException>(
            () => Backup.Write(Data, File, force: false, Note, (_, _) => stop.Cancel(), stop.Token));

        Assert.IsEmpty(Directory.GetFiles(Path.GetDirectoryName(File)!));
        await InsertAsync(TableNames.Claims, "after");
    }

    [TestMethod]
    public void Backup_is_one_file_that_only_its_owner_may_read()
    {
        var size = Backup.Write(Data, File, force: false, Note, static (_, _) => { }, Cancellation);

        CollectionAssert.AreEqual(new[] { File }, Directory.GetFiles(Path.GetDirectoryName(File)!));
        Assert.AreEqual(new FileInfo(File).Length, size);
        if (!OperatingSystem.IsWindows())
        {
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [TestMethod]
    public async Task What_a_restore_of_a_dead_process_left_is_replaced()
    {
        Backup.Write(Data, File, force: false, Note, static (_, _) => { }, Cancellation);
        await System.IO.File.WriteAllTextAsync(Path.Combine(Restored, "leadfilter.db.part"), "half", Cancellation);

        Restore();

        CollectionAssert.AreEqual(new[] { Path.Combine(Restored, "leadfilter.db") }, Directory.GetFiles(Restored));
    }

    [TestMethod]
    public async Task Secret_of_a_backup_leaves_no_trace_in_the_restored_database()
    {
        var secret = new string('s', 48);
        Backup.Write(Data, File, force: false, Note with { Identity = secret }, static (_, _) => { }, Cancellation);
        BackupNote? told = null;

        Backup.Restore(File, Restored, default, note => told = note, static (_, _) => { }, Cancellation);

        Assert.AreEqual(secret, told!.Identity);
        Assert.AreEqual(Note.Made, told.Made);
        var bytes = await System.IO.File.ReadAllTextAsync(Path.Combine(Restored, "leadfilter.db"), System.Text.Encoding.Latin1, Cancellation);
        Assert.DoesNotContain(secret, bytes, StringComparison.Ordinal);
    }

    private void Restore() => Backup.Restore(File, Restored, default, static _ => { }, static (_, _) => { }, Cancellation);

    private void Insert(string key) => InsertAsync(TableNames.Claims, key).GetAwaiter().GetResult();

    private async Task InsertAsync(string table, string key) =>
        await store.Tables[table].TryInsertAsync(new Row("p", key).Set("Text", new string('x', 30_000)), Cancellation);

    private async Task<bool> HasAsync(SqliteStore from, string table, string key) =>
        await from.Tables[table].FindAsync("p", key, Cancellation) is not null;
}
