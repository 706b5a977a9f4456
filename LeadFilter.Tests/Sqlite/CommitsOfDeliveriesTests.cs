using LeadFilter.Cli.Serving;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Tests.Folders;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadFilter.Tests.Sqlite;

/// <summary>Messages that are handled at the same time share their commits.</summary>
[TestClass]
public sealed class CommitsOfDeliveriesTests : IAsyncDisposable
{
    private const int Messages = 16;

    private readonly TemporaryFolder folder = new();
    private readonly SqliteStore store;

    public CommitsOfDeliveriesTests() => store = SqliteStore.Open(folder.Path, TimeProvider.System);

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Cancellation => TestContext.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [TestMethod]
    public async Task Sixteen_messages_are_received_in_one_commit_and_recorded_and_completed_in_two()
    {
        await store.Changes.MakeAsync([.. Enumerable.Range(0, Messages).Select(static number => Change.Send(Message($"{number}")))], Cancellation);
        var (inHand, allInHand, finish) = (0, new TaskCompletionSource(), new TaskCompletionSource());
        var before = store.Writer.Commits;
        using var pump = Pump(async message =>
        {
            if (Interlocked.Increment(ref inHand) == Messages)
            {
                allInHand.SetResult();
            }

            await finish.Task;
            return Settlement.CompleteWith(Change.Insert(TableNames.Ledger, new("p", message.MessageId)));
        });
        await pump.StartAsync(Cancellation);
        await allInHand.Task.WaitAsync(Cancellation);
        Assert.AreEqual(1, store.Writer.Commits - before);

        // The first of them is being settled while the others end, as on a busy disk.
        using var entered = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var held = store.Writer.RunAsync(new HeldWrite(entered, go), Cancellation).AsTask();
        entered.Wait(Cancellation);
        finish.SetResult();
        go.Set();
        await held;
        await pump.StopAsync(Cancellation);

        Assert.IsInRange(2, 4, store.Writer.Commits - before);
        Assert.HasCount(Messages, await store.Tables[TableNames.Ledger].QueryAsync("p", "", null, Cancellation).ToListAsync(Cancellation));
        Assert.AreEqual((0L, 0L, 0L), await LeftAsync());
    }

    [TestMethod]
    public async Task A_record_that_is_there_stands_and_its_message_is_completed_with_the_others()
    {
        await store.Tables[TableNames.Ledger].TryInsertAsync(new Row("p", "1").Set("Text", "first"), Cancellation);
        await store.Changes.MakeAsync([Change.Send(Message("1")), Change.Send(Message("2"))], Cancellation);
        using var pump = Pump(static message => Task.FromResult(
            Settlement.CompleteWith(Change.Insert(TableNames.Ledger, new Row("p", message.MessageId).Set("Text", "second")))));

        await RunDryAsync(pump);

        var rows = await store.Tables[TableNames.Ledger].QueryAsync("p", "", null, Cancellation).ToListAsync(Cancellation);
        CollectionAssert.AreEqual(new[] { "1 first", "2 second" }, rows.ConvertAll(static row => $"{row.RowKey} {row.Text("Text")}"));
        Assert.AreEqual((0L, 0L, 0L), await LeftAsync());
    }

    [TestMethod]
    public async Task A_copy_for_later_comes_with_the_completion_and_a_message_that_is_given_up_is_dead()
    {
        await store.Changes.MakeAsync([Change.Send(Message("1")), Change.Send(Message("2"))], Cancellation);
        using var pump = Pump(static message => Task.FromResult(message.MessageId == "1"
            ? Settlement.CompleteWith(Change.Send(Message("1/attempt-2") with { NotBefore = TimeProvider.System.GetUtcNow().AddHours(1) }))
            : Settlement.DeadLetter("crm_refused", "The CRM answered 400.")));

        await RunDryAsync(pump);

        Assert.AreEqual((0L, 1L, 1L), await LeftAsync());
    }

    private async Task RunDryAsync(QueuePump pump)
    {
        await pump.StartAsync(Cancellation);
        while (await LeftAsync() is { Ready: > 0 } || (await store.Queue.CountAsync(QueueNames.Leads, Cancellation)).Locked > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancellation);
        }

        await pump.StopAsync(Cancellation);
    }

    private async Task<(long Ready, long Scheduled, long Dead)> LeftAsync()
    {
        var depth = await store.Queue.CountAsync(QueueNames.Leads, Cancellation);
        return (depth.Ready, depth.Scheduled, depth.Dead);
    }

    private QueuePump Pump(Func<QueueMessage, Task<Settlement>> handle) =>
        new(store, QueueNames.Leads, (message, _) => handle(message), Messages, TimeProvider.System, NullLogger<QueuePump>.Instance);

    private static QueueMessage Message(string id) =>
        new() { Queue = QueueNames.Leads, MessageId = id, Subject = "lead", Body = "{}"u8.ToArray() };
}
