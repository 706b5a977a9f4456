using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Tests.Folders;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Sqlite;

[TestClass]
public sealed class LogCheckpointsTests : IDisposable
{
    private const int LogPages = 50;
    private const int PageSize = 4096;

    private readonly TemporaryFolder folder = new();

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

    private static FileInfo LogOf(SqliteStore store) => new(store.File + "-wal");

    private SqliteStore Open() => SqliteStore.Open(folder.Path, new FakeTimeProvider(), new() { LogPages = LogPages });
}
