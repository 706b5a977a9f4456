using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Sqlite.Queues;
using LeadFilter.Tests.Folders;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Sqlite;

[TestClass]
public sealed class WaitingReceiversTests : IAsyncDisposable
{
    private static readonly TimeSpan LockDuration = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider time = new();
    private readonly SqliteStore store;

    public WaitingReceiversTests() => store = SqliteStore.Open(folder.Path, time);

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Cancellation => TestContext.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [TestMethod]
    public async Task The_commit_that_sends_a_message_also_locks_it_for_a_receiver_that_waits()
    {
        var receiving = ReceiveAsync(1);

        await SendAsync("1");
        var received = (await receiving).Single();

        Assert.AreEqual(1, store.Writer.Commits);
        Assert.AreEqual(1, received.DeliveryCount);
        Assert.AreEqual(time.GetUtcNow() + LockDuration, received.LockedUntil);
        Assert.IsEmpty(await store.Queue.TryReceiveAsync(QueueNames.Leads, 1, LockDuration));
        Assert.IsTrue(await store.Queue.CompleteAsync(received, Cancellation));
    }

    [TestMethod]
    public async Task Receiver_gets_all_that_a_commit_sends_up_to_what_it_asked_for()
    {
        var receiving = ReceiveAsync(3);

        Task[] sends;
        using (new FileLock(store.File))
        {
            sends = [.. Enumerable.Range(1, 5).Select(number => SendAsync($"{number}"))];
        }

        await Task.WhenAll(sends);
        var first = await receiving;
        var rest = await store.Queue.TryReceiveAsync(QueueNames.Leads, 10, LockDuration);

        Assert.IsInRange(1, 3, first.Count);
        Assert.AreEqual("1 2 3 4 5", string.Join(' ', first.Concat(rest).Select(each => each.Message.MessageId)));
    }

    [TestMethod]
    public async Task Message_that_is_refused_with_others_is_not_received()
    {
        await store.Tables[TableNames.Claims].TryInsertAsync(new("p", "taken"), Cancellation);
        var receiving = ReceiveAsync(1);

        await store.Changes.MakeAsync([Change.Insert(TableNames.Claims, new("p", "taken")), Change.Send(Message("1"))], Cancellation);
        Assert.IsFalse(receiving.IsCompleted);
        await SendAsync("2");

        Assert.AreEqual("2", (await receiving).Single().Message.MessageId);
    }

    [TestMethod]
    public async Task Receiver_that_gave_up_locks_nothing()
    {
        using var patience = new CancellationTokenSource();
        var receiving = store.Queue.ReceiveAsync(QueueNames.Leads, 1, LockDuration, patience.Token).AsTask();
        await patience.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => receiving);

        await SendAsync("1");

        Assert.HasCount(1, await store.Queue.TryReceiveAsync(QueueNames.Leads, 1, LockDuration));
    }

    [TestMethod]
    public async Task Message_that_could_not_be_sent_is_not_received()
    {
        await store.Writer.RunAsync(new StatementWrite("PRAGMA max_page_count = 1"), Cancellation);
        var receiving = ReceiveAsync(1);

        await Assert.ThrowsExactlyAsync<StoreUnavailableException>(
            () => store.Queue.SendAsync(Message("1") with { Body = new byte[20_000] }, Cancellation).AsTask());
        await store.Writer.RunAsync(new StatementWrite("PRAGMA max_page_count = 1000000"), Cancellation);
        await SendAsync("2");

        Assert.AreEqual("2", (await receiving).Single().Message.MessageId);
    }

    private static QueueMessage Message(string id) =>
        new() { Queue = QueueNames.Leads, MessageId = id, Subject = "lead", Body = "{}"u8.ToArray() };

    private Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(int max) =>
        store.Queue.ReceiveAsync(QueueNames.Leads, max, LockDuration, Cancellation).AsTask();

    private Task SendAsync(string id) => store.Queue.SendAsync(Message(id), Cancellation).AsTask();
}
