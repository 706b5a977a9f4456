using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Tests.Folders;
using LeadFilter.Tests.Ports;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Sqlite;

[TestClass]
public sealed class SqliteChangesTests : AllOrNoneContract
{
    [TestMethod]
    public async Task A_series_is_one_commit()
    {
        await using var store = new DataFolderUnderTest();
        var before = store.Store.Writer.Commits;

        await store.Changes.MakeAsync(
            [Change.Send(Message("1")), Change.Insert(TableNames.Claims, new("p", "1")), Change.Insert(TableNames.Claims, new("p", "2"))], Cancellation);

        Assert.AreEqual(before + 1, store.Store.Writer.Commits);
    }

    [TestMethod]
    public async Task A_series_that_does_not_fit_on_the_disk_leaves_nothing_behind()
    {
        await using var store = new DataFolderUnderTest();
        await store.Store.Writer.RunAsync(new StatementWrite("PRAGMA max_page_count = 1"), Cancellation);
        Change[] changes =
        [
            Change.Insert(TableNames.Claims, new("p", "1")),
            Change.Insert(TableNames.Claims, new Row("p", "2").Set("Text", new string('x', 20_000))),
        ];

        await store.Changes.MakeAsync(changes, Cancellation);

        CollectionAssert.AreEqual(new[] { ChangeResult.Failed, ChangeResult.NotTried }, ResultsOf(changes));
        Assert.ThrowsExactly<StoreUnavailableException>(changes[0].ThrowIfFailed);
        Assert.IsNull(await store.Tables[TableNames.Claims].FindAsync("p", "1", Cancellation));
    }

    [TestMethod]
    public async Task All_or_none_is_one_commit_and_a_refusal_takes_nothing_from_others_in_it()
    {
        await using var store = new DataFolderUnderTest();
        await store.Tables[TableNames.Claims].TryInsertAsync(new("p", "taken"), Cancellation);
        var before = store.Store.Writer.Commits;
        using var entered = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var blocking = store.Store.Writer.RunAsync(new HeldWrite(entered, go), Cancellation).AsTask();
        entered.Wait(Cancellation);

        // All three wait for the writer and come into its next commit.
        var first = store.Tables[TableNames.Claims].TryInsertAsync(new("p", "first"), Cancellation).AsTask();
        var refused = store.Changes.TryMakeAllAsync([Change.Insert(TableNames.Claims, new("p", "none")), Change.Insert(TableNames.Claims, new("p", "taken"))], Cancellation).AsTask();
        var made = store.Changes.TryMakeAllAsync([Change.Insert(TableNames.Claims, new("p", "all")), Change.Send(Message("1"))], Cancellation).AsTask();
        go.Set();
        await blocking;

        CollectionAssert.AreEqual(new[] { true, false, true }, await Task.WhenAll(first, refused, made));
        Assert.AreEqual(before + 2, store.Store.Writer.Commits);
        var rows = await store.Tables[TableNames.Claims].QueryAsync("p", "", null, Cancellation).Select(static row => row.RowKey).ToListAsync(Cancellation);
        CollectionAssert.AreEquivalent(new[] { "taken", "first", "all" }, rows);
    }

    [TestMethod]
    public async Task All_or_none_that_does_not_fit_on_the_disk_says_so_of_every_change()
    {
        await using var store = new DataFolderUnderTest();
        await store.Store.Writer.RunAsync(new StatementWrite("PRAGMA max_page_count = 1"), Cancellation);
        Change[] changes = [Change.Insert(TableNames.Claims, new("p", "1")), Change.Insert(TableNames.Claims, new Row("p", "2").Set("Text", new string('x', 20_000)))];

        Assert.IsFalse(await store.Changes.TryMakeAllAsync(changes, Cancellation));

        CollectionAssert.AreEqual(new[] { ChangeResult.Failed, ChangeResult.Failed }, ResultsOf(changes));
        Assert.IsTrue(changes[1].Failure!.HadNoEffect);
        Assert.IsNull(await store.Tables[TableNames.Claims].FindAsync("p", "1", Cancellation));
    }

    // The journal of a savepoint spills to a file beyond 64 KB unless it is told not to, and holds pages with people.
    [TestMethod]
    public async Task What_may_be_taken_back_is_kept_in_memory()
    {
        await using var store = new DataFolderUnderTest();
        Assert.AreEqual(2, await store.Store.Writer.RunAsync(new StatementWrite("PRAGMA temp_store"), Cancellation));
    }

    [TestMethod]
    public async Task Receivers_are_woken_by_a_message_of_all_or_none()
    {
        await using var store = new DataFolderUnderTest();
        var receiving = store.Store.Queue.ReceiveAsync(QueueNames.Leads, 1, TimeSpan.FromMinutes(1), Cancellation).AsTask();

        await store.Changes.TryMakeAllAsync([Change.Insert(TableNames.Claims, new("p", "1")), Change.Send(Message("7"))], Cancellation);

        Assert.AreEqual("7", (await receiving).Single().Message.MessageId);
    }

    [TestMethod]
    public async Task Receivers_are_woken_by_a_message_of_a_series()
    {
        await using var store = new DataFolderUnderTest();
        var receiving = store.Store.Queue.ReceiveAsync(QueueNames.Leads, 1, TimeSpan.FromMinutes(1), Cancellation).AsTask();

        await store.Changes.MakeAsync([Change.Insert(TableNames.Claims, new("p", "1")), Change.Send(Message("7"))], Cancellation);

        Assert.AreEqual("7", (await receiving).Single().Message.MessageId);
    }

    protected override Task<ChangesUnderTest> OpenAsync() => Task.FromResult<ChangesUnderTest>(new DataFolderUnderTest());

    private sealed class DataFolderUnderTest : ChangesUnderTest
    {
        private readonly TemporaryFolder folder = new();

        public DataFolderUnderTest() => Store = SqliteStore.Open(folder.Path, new FakeTimeProvider());

        public SqliteStore Store { get; }

        public override IChanges Changes => Store.Changes;

        public override ITables Tables => Store.Tables;

        public override async Task<long> CountMessagesAsync() => (await Store.Queue.CountAsync(QueueNames.Leads, CancellationToken.None)).Ready;

        public override async ValueTask DisposeAsync()
        {
            await Store.DisposeAsync();
            folder.Dispose();
        }
    }
}
