using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Sqlite.Settings;
using LeadFilter.Tests.Folders;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Sqlite;

[TestClass]
public sealed class WriterTests : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteStore store;

    public WriterTests() => store = SqliteStore.Open(folder.Path, new FakeTimeProvider());

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Cancellation => TestContext.CancellationToken;

    private ITable Table => store.Tables[TableNames.Claims];

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [TestMethod]
    public async Task A_thousand_inserts_that_wait_are_a_handful_of_commits()
    {
        Task<bool>[] inserts;
        using (new FileLock(store.File))
        {
            inserts = [.. Enumerable.Range(0, 1000).Select(number => Table.TryInsertAsync(new Row("p", $"{number}"), Cancellation).AsTask())];
        }

        Assert.IsTrue((await Task.WhenAll(inserts)).All(inserted => inserted));
        Assert.IsInRange(2, 4, store.Writer.Commits);
    }

    [TestMethod]
    public async Task Conflict_of_one_caller_is_no_failure_of_the_others()
    {
        await Table.TryInsertAsync(new Row("p", "taken"), Cancellation);
        Task<bool>[] inserts;
        using (new FileLock(store.File))
        {
            inserts = [.. new[] { "a", "taken", "b" }.Select(key => Table.TryInsertAsync(new Row("p", key), Cancellation).AsTask())];
        }

        CollectionAssert.AreEqual(new[] { true, false, true }, await Task.WhenAll(inserts));
    }

    [TestMethod]
    public async Task Full_disk_is_told_to_the_caller_and_leaves_nothing_behind()
    {
        await store.Writer.RunAsync(new StatementWrite("PRAGMA max_page_count = 1"), Cancellation);

        var failure = await Assert.ThrowsExactlyAsync<StoreUnavailableException>(
            async () => await Table.TryInsertAsync(LargeRow("r"), Cancellation));

        Assert.Contains("database or disk is full", failure.Message, StringComparison.Ordinal);
        Assert.IsNull(await Table.FindAsync("p", "r", Cancellation));
    }

    [TestMethod]
    public async Task Full_disk_fails_every_caller_of_the_commit()
    {
        await store.Writer.RunAsync(new StatementWrite("PRAGMA max_page_count = 1"), Cancellation);
        var inserts = new List<Task<bool>>();
        using (new FileLock(store.File))
        {
            inserts.AddRange(Enumerable.Range(0, 8).Select(number => Table.TryInsertAsync(LargeRow($"{number}"), Cancellation).AsTask()));
        }

        foreach (var insert in inserts)
        {
            await Assert.ThrowsExactlyAsync<StoreUnavailableException>(() => insert);
        }
    }

    [TestMethod]
    public async Task Writing_goes_on_when_the_disk_has_room_again()
    {
        await store.Writer.RunAsync(new StatementWrite("PRAGMA max_page_count = 1"), Cancellation);
        await Assert.ThrowsExactlyAsync<StoreUnavailableException>(async () => await Table.TryInsertAsync(LargeRow("r"), Cancellation));

        await store.Writer.RunAsync(new StatementWrite("PRAGMA max_page_count = 1000000"), Cancellation);

        Assert.IsTrue(await Table.TryInsertAsync(LargeRow("r"), Cancellation));
    }

    [TestMethod]
    public async Task File_that_stays_locked_is_told_to_the_caller()
    {
        var settings = new StoreSettings { BusyTimeout = TimeSpan.FromMilliseconds(20) };
        await using var impatient = SqliteStore.Open(folder.Path, new FakeTimeProvider(), settings);
        var table = impatient.Tables[TableNames.Claims];
        using (new FileLock(store.File))
        {
            var failure = await Assert.ThrowsExactlyAsync<StoreUnavailableException>(
                async () => await table.TryInsertAsync(new Row("p", "r"), Cancellation));

            Assert.Contains("database is locked", failure.Message, StringComparison.Ordinal);
        }

        Assert.IsTrue(await table.TryInsertAsync(new Row("p", "r"), Cancellation));
    }

    [TestMethod]
    public async Task Reading_goes_on_while_another_program_writes()
    {
        await Table.TryInsertAsync(new Row("p", "r").Set("Text", "one"), Cancellation);
        using var other = new FileLock(store.File);

        Assert.AreEqual("one", (await Table.FindAsync("p", "r", Cancellation))?.Text("Text"));
    }

    [TestMethod]
    public async Task Bug_in_a_change_reaches_its_caller_and_not_the_next_one()
    {
        var failure = await Assert.ThrowsExactlyAsync<InvalidOperationException>(
            async () => await store.Writer.RunAsync(new FaultyWrite(), Cancellation));

        Assert.AreEqual("a bug", failure.Message);
        Assert.IsTrue(await Table.TryInsertAsync(new Row("p", "r"), Cancellation));
    }

    [TestMethod]
    public async Task Caller_who_gives_up_waits_no_longer_and_its_change_is_left_out()
    {
        using var impatience = new CancellationTokenSource();
        Task<bool> patient;
        using (new FileLock(store.File))
        {
            patient = Table.TryInsertAsync(new Row("p", "patient"), Cancellation).AsTask();
            var impatient = Table.TryInsertAsync(new Row("p", "impatient"), impatience.Token).AsTask();

            await impatience.CancelAsync();

            await Assert.ThrowsAsync<OperationCanceledException>(() => impatient);
        }

        Assert.IsTrue(await patient);
        Assert.IsNull(await Table.FindAsync("p", "impatient", Cancellation));
    }

    [TestMethod]
    public async Task Caller_who_has_given_up_changes_nothing()
    {
        var gone = new CancellationToken(canceled: true);

        await Assert.ThrowsAsync<OperationCanceledException>(async () => await Table.TryInsertAsync(new Row("p", "r"), gone));

        Assert.IsNull(await Table.FindAsync("p", "r", Cancellation));
    }

    private static Row LargeRow(string key) => new Row("p", key).Set("Text", new string('x', 20_000));
}
