using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Sqlite.Queues;
using LeadFilter.Tests.Folders;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Sqlite;

[TestClass]
public sealed class SqliteQueueTests : IAsyncDisposable
{
    private static readonly TimeSpan LockDuration = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider time = new();
    private readonly SqliteStore store;

    public SqliteQueueTests() => store = SqliteStore.Open(folder.Path, time);

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Cancellation => TestContext.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [TestMethod]
    public async Task Waiting_receiver_wakes_at_once_for_a_message_of_its_process()
    {
        var receiving = ReceiveAsync();
        Assert.IsFalse(receiving.IsCompleted);

        await SendAsync("1");

        Assert.AreEqual("1", (await receiving)[0].Message.MessageId);
    }

    [TestMethod]
    public async Task Waiting_receivers_share_what_arrives()
    {
        var receiving = Enumerable.Range(0, 8).Select(_ => ReceiveAsync()).ToArray();

        for (var number = 0; number < 8; number++)
        {
            await SendAsync($"{number}");
        }

        var received = await Task.WhenAll(receiving);
        Assert.AreEqual("0 1 2 3 4 5 6 7", string.Join(' ', received.Select(each => each.Single().Message.MessageId).Order()));
    }

    [TestMethod]
    public async Task Waiting_receiver_wakes_when_the_time_of_a_scheduled_message_comes()
    {
        await SendAsync("1", time.GetUtcNow().AddMilliseconds(250));
        var receiving = ReceiveAsync();

        time.Advance(TimeSpan.FromMilliseconds(249));
        Assert.IsFalse(receiving.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.AreEqual("1", (await receiving)[0].Message.MessageId);
    }

    [TestMethod]
    public async Task Waiting_receiver_wakes_for_an_abandoned_message()
    {
        await SendAsync("1");
        var first = await ReceiveAsync();
        var receiving = ReceiveAsync();

        await store.Queue.AbandonAsync(first[0], Cancellation);

        Assert.AreEqual(2, (await receiving)[0].DeliveryCount);
    }

    [TestMethod]
    public async Task Waiting_receiver_can_give_up()
    {
        using var patience = new CancellationTokenSource();
        var receiving = store.Queue.ReceiveAsync(QueueNames.Leads, 1, LockDuration, patience.Token).AsTask();

        await patience.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => receiving);
    }

    [TestMethod]
    public async Task Messages_are_received_in_the_order_of_sending()
    {
        for (var number = 0; number < 30; number++)
        {
            await SendAsync($"{number}");
            time.Advance(TimeSpan.FromMilliseconds(number % 2));
        }

        var received = await store.Queue.TryReceiveAsync(QueueNames.Leads, 100, LockDuration);

        Assert.AreEqual(
            string.Join(' ', Enumerable.Range(0, 30)),
            string.Join(' ', received.Select(each => each.Message.MessageId)));
    }

    [TestMethod]
    public async Task No_more_messages_are_received_than_asked_for()
    {
        for (var number = 0; number < 5; number++)
        {
            await SendAsync($"{number}");
        }

        Assert.HasCount(3, await store.Queue.TryReceiveAsync(QueueNames.Leads, 3, LockDuration));
        Assert.HasCount(2, await store.Queue.TryReceiveAsync(QueueNames.Leads, 3, LockDuration));
    }

    [TestMethod]
    public async Task Received_message_tells_the_end_of_its_lock()
    {
        await SendAsync("1");

        Assert.AreEqual(time.GetUtcNow() + LockDuration, (await ReceiveAsync())[0].LockedUntil);
    }

    [TestMethod]
    public async Task Id_is_known_for_24_hours_and_no_longer()
    {
        await SendAsync("1");
        await store.Queue.CompleteAsync((await ReceiveAsync())[0], Cancellation);

        time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1));
        await SendAsync("1");
        Assert.IsEmpty(await store.Queue.TryReceiveAsync(QueueNames.Leads, 1, LockDuration));

        time.Advance(TimeSpan.FromMilliseconds(1));
        await SendAsync("1");
        Assert.HasCount(1, await store.Queue.TryReceiveAsync(QueueNames.Leads, 1, LockDuration));
    }

    [TestMethod]
    public async Task Known_ids_are_forgotten_a_few_with_each_commit()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => SendAsync($"{number}")));
        time.Advance(TimeSpan.FromHours(24));

        var known = new List<long>();
        for (var number = 0; number < 5; number++)
        {
            await SendAsync($"later {number}");
            known.Add(await store.Writer.RunAsync(new StatementWrite("SELECT count(*) FROM history"), Cancellation));
        }

        // A round is two commits, the count being the second: it sees what the first left and forgets more after it.
        Assert.AreEqual("137 10 3 4 5", string.Join(' ', known));
    }

    [TestMethod]
    public async Task Depth_tells_ready_scheduled_locked_and_dead()
    {
        foreach (var id in new[] { "dead", "locked", "locked too", "ready", "ready too", "ready as well" })
        {
            await SendAsync(id);
        }

        await SendAsync("scheduled", time.GetUtcNow().AddHours(1));
        var received = await store.Queue.TryReceiveAsync(QueueNames.Leads, 3, LockDuration);
        await store.Queue.DeadLetterAsync(received[0], "crm_refused", "The CRM answered 400.", Cancellation);

        Assert.AreEqual(new QueueDepth(3, 1, 2, 1), await store.Queue.CountAsync(QueueNames.Leads, Cancellation));
    }

    [TestMethod]
    public async Task Message_whose_lock_ended_counts_as_ready()
    {
        await SendAsync("1");
        await ReceiveAsync();

        time.Advance(LockDuration);

        Assert.AreEqual(new QueueDepth(1, 0, 0, 0), await store.Queue.CountAsync(QueueNames.Leads, Cancellation));
    }

    [TestMethod]
    public async Task Looking_into_an_empty_queue_commits_nothing()
    {
        await store.Queue.TryReceiveAsync(QueueNames.Leads, 1, LockDuration);

        Assert.AreEqual(0, store.Writer.Commits);
    }

    [TestMethod]
    public async Task Thousand_dead_letters_are_listed_over_the_pages()
    {
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(number => SendAsync($"{number}")));
        var received = await store.Queue.TryReceiveAsync(QueueNames.Leads, 1000, LockDuration);
        await Task.WhenAll(received.Select(
            async each => await store.Queue.DeadLetterAsync(each, "crm_refused", "The CRM answered 400.", Cancellation)));

        var listed = await store.Queue.ListAsync(QueueNames.Leads, Cancellation).Select(dead => dead.MessageId).ToListAsync(Cancellation);

        Assert.HasCount(1000, listed);
        Assert.HasCount(1000, listed.Distinct());
    }

    [TestMethod]
    public async Task Unknown_queue_is_a_mistake_of_the_caller()
    {
        await Assert.ThrowsExactlyAsync<ArgumentException>(
            async () => await store.Queue.SendAsync(Message("1") with { Queue = "other" }, Cancellation));
    }

    [TestMethod]
    public async Task Id_of_more_than_128_characters_is_a_mistake_of_the_caller()
    {
        await Assert.ThrowsExactlyAsync<ArgumentException>(async () => await store.Queue.SendAsync(Message(new('1', 129)), Cancellation));
    }

    private static QueueMessage Message(string id) =>
        new() { Queue = QueueNames.Leads, MessageId = id, Subject = "lead", Body = "{}"u8.ToArray() };

    private Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync() =>
        store.Queue.ReceiveAsync(QueueNames.Leads, 1, LockDuration, Cancellation).AsTask();

    private Task SendAsync(string id, DateTimeOffset? notBefore = null) =>
        store.Queue.SendAsync(Message(id) with { NotBefore = notBefore }, Cancellation).AsTask();
}
