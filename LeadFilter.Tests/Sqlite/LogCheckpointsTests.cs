using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Sqlite.Writing;
using LeadFilter.Tests.Folders;
using LeadFilter.Tests.Serving;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Sqlite;

[TestClass]
public sealed class LogCheckpointsTests : IDisposable
{
    private const int LogPages = 50;
    private const int PageSize = 4096;

    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider time = new();

    public TestContext TestContext { get; set; } = null!;

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public async Task The_log_stays_short_however_much_is_written()
    {
        await using var store = Open();
        var text = new string('x', 8 * PageSize);

        for (var number = 0; number < 500; number++)
        {
            Assert.IsTrue(await store.Tables[TableNames.Claims].TryInsertAsync(new Row("p", $"{number}").Set("Text", text), TestContext.CancellationToken));
        }

        // 4,000 pages at least were written. At the most the log had four times its length, and what one commit adds.
        Assert.IsGreaterThan(4_000L * PageSize, new FileInfo(store.File).Length + LogOf(store).Length);
        Assert.IsLessThan(5L * LogPages * PageSize, LogOf(store).Length);
    }

    [TestMethod]
    public async Task What_was_moved_is_read_as_it_was_written()
    {
        await using var store = Open();
        var table = store.Tables[TableNames.Claims];
        for (var number = 0; number < 200; number++)
        {
            await table.TryInsertAsync(new Row("p", $"{number}").Set("Text", new string((char)('a' + (number % 26)), 2 * PageSize)), TestContext.CancellationToken);
            var read = await table.FindAsync("p", $"{number / 2}", TestContext.CancellationToken);

            Assert.AreEqual((char)('a' + (number / 2 % 26)), read?.Text("Text")?[^1]);
        }
    }

    [TestMethod]
    public async Task Writing_goes_on_while_a_reader_keeps_the_log()
    {
        await using var store = Open();
        var table = store.Tables[TableNames.Claims];
        await table.TryInsertAsync(new Row("p", "first"), TestContext.CancellationToken);
        using var reading = new OpenRead(store.File);

        for (var number = 0; number < 300; number++)
        {
            Assert.IsTrue(await table.TryInsertAsync(new Row("p", $"{number}").Set("Text", new string('x', PageSize)), TestContext.CancellationToken));
        }

        Assert.AreEqual(1, reading.Count());
    }

    [TestMethod]
    [DataRow(1, DisplayName = "so short that the writer empties it alone")]
    [DataRow(20, DisplayName = "long enough to be moved beside the writer")]
    public async Task The_log_is_cut_to_nothing_after_a_minute_though_nobody_writes_any_more(int rows)
    {
        await using var store = Open();
        for (var number = 0; number < rows; number++)
        {
            await store.Tables[TableNames.Claims].TryInsertAsync(new Row("p", $"{number}").Set("Text", new string('x', PageSize)), TestContext.CancellationToken);
        }

        time.Advance(LogCheckpoints.MaxAge - TimeSpan.FromSeconds(1));
        await store.Tables[TableNames.Claims].TryInsertAsync(new Row("p", "last"), TestContext.CancellationToken);
        Assert.IsGreaterThan(0L, LogOf(store).Length);
        time.Advance(TimeSpan.FromSeconds(1));

        await EmptiedAsync(store);
        Assert.IsNotNull(await store.Tables[TableNames.Claims].FindAsync("p", "last", TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task The_log_is_cut_to_nothing_again_and_again()
    {
        await using var store = Open();
        for (var number = 0; number < 3; number++)
        {
            await store.Tables[TableNames.Claims].TryInsertAsync(new Row("p", $"{number}"), TestContext.CancellationToken);
            Assert.IsGreaterThan(0L, LogOf(store).Length);
            time.Advance(LogCheckpoints.MaxAge);

            await EmptiedAsync(store);
        }
    }

    [TestMethod]
    public async Task A_log_that_somebody_reads_is_cut_to_nothing_when_he_has_done()
    {
        await using var store = Open();
        await store.Tables[TableNames.Claims].TryInsertAsync(new Row("p", "first"), TestContext.CancellationToken);
        using (var reading = new OpenRead(store.File))
        {
            time.Advance(LogCheckpoints.MaxAge);
            await store.Tables[TableNames.Claims].TryInsertAsync(new Row("p", "second"), TestContext.CancellationToken);
            Assert.IsGreaterThan(0L, LogOf(store).Length);
            Assert.AreEqual(1, reading.Count());
        }

        await Eventually.HoldsAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(LogOf(store).Length == 0);
            },
            "the log is not cut");
    }

    private static Task EmptiedAsync(SqliteStore store) =>
        Eventually.HoldsAsync(() => Task.FromResult(LogOf(store).Length == 0), "the log is not cut");

    private static FileInfo LogOf(SqliteStore store) => new(store.File + "-wal");

    private SqliteStore Open() => SqliteStore.Open(folder.Path, time, new() { LogPages = LogPages });
}
