using System.Globalization;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Sqlite.Writing;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Sqlite;

/// <summary>What is gathered for the log is there for everybody when a commit is acknowledged.</summary>
[TestClass]
public sealed class GatheredLogTests : IDisposable
{
    private const int PageSize = 4096;
    private const int Rows = 400;

    private readonly TemporaryFolder folder = new();
    private readonly ManualResetEventSlim entered = new();
    private readonly ManualResetEventSlim go = new();

    public TestContext TestContext { get; set; } = null!;

    public void Dispose()
    {
        folder.Dispose();
        entered.Dispose();
        go.Dispose();
    }

    // Otherwise a page could be in the log before its commit, and the gathered log forgets what a failed commit leaves.
    [TestMethod]
    public async Task Nothing_of_a_transaction_is_written_before_its_commit()
    {
        await using var store = SqliteStore.Open(folder.Path, TimeProvider.System);
        Assert.AreEqual(0, await store.Writer.RunAsync(new StatementWrite("PRAGMA cache_spill"), CancellationToken.None));
    }

    [TestMethod]
    public async Task A_commit_larger_than_what_is_gathered_is_read_by_others()
    {
        await using var store = SqliteStore.Open(folder.Path, TimeProvider.System);
        await InsertTogetherAsync(store, 4 * PageSize);
        await using var other = SqliteStore.Open(folder.Path, TimeProvider.System);

        for (var number = 0; number < Rows; number++)
        {
            var row = await other.Tables[TableNames.Claims].FindAsync("p", $"{number}", TestContext.CancellationToken);
            Assert.AreEqual(4 * PageSize, row?.Text("Text")?.Length);
        }
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public async Task A_commit_takes_far_fewer_calls_than_it_has_pages()
    {
        await using var store = SqliteStore.Open(folder.Path, TimeProvider.System);
        var before = await store.Writer.RunAsync(new CountCalls(), CancellationToken.None);
        await InsertTogetherAsync(store, PageSize / 2);
        var after = await store.Writer.RunAsync(new CountCalls(), CancellationToken.None);

        Assert.IsGreaterThan(Rows / 2L * PageSize, new FileInfo(store.File + "-wal").Length);
        Assert.IsLessThan(Rows / 4, after - before);
    }

    /// <summary>Inserts rows in one commit.</summary>
    private async Task InsertTogetherAsync(SqliteStore store, int length)
    {
        var held = store.Writer.RunAsync(new HeldWrite(entered, go), CancellationToken.None).AsTask();
        entered.Wait(TestContext.CancellationToken);
        var inserts = Enumerable.Range(0, Rows).Select(number => store.Tables[TableNames.Claims]
            .TryInsertAsync(new Row("p", $"{number}").Set("Text", new string('x', length)), TestContext.CancellationToken).AsTask()).ToList();
        go.Set();
        await held;
        Assert.DoesNotContain(false, await Task.WhenAll(inserts));
    }

    /// <summary>How often the writer's thread has called the system to write.</summary>
    private sealed class CountCalls : Write<long>
    {
        protected override long Change(WriteSession session) => File.ReadLines("/proc/thread-self/io")
            .Where(static line => line.StartsWith("syscw:", StringComparison.Ordinal))
            .Select(static line => long.Parse(line.AsSpan("syscw:".Length), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture))
            .Single();
    }
}
