using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Tests.Clocks;
using LeadFilter.Tests.Folders;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Sqlite;

/// <summary>The machine's clock is set back by a day, while a process runs or while none does.</summary>
[TestClass]
public sealed class SqliteQueueClockTests : IAsyncDisposable
{
    private static readonly TimeSpan Lock = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly JumpingClock clock;
    private SqliteStore store;

    public SqliteQueueClockTests()
    {
        clock = new(time);
        store = SqliteStore.Open(folder.Path, clock);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_message_that_was_sent_before_is_received_at_once(bool restarted)
    {
        await SendAsync("1");
        await SetBackAsync(restarted);
        Assert.AreEqual("1", await ReceiveAsync());
    }

    [TestMethod]
    public async Task A_lock_ends_when_it_would_have_ended()
    {
        await SendAsync("1");
        await ReceiveAsync();
        time.Advance(TimeSpan.FromSeconds(10));
        await SetBackAsync(restarted: false);
        Assert.AreEqual("", await ReceiveAsync());
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.AreEqual("1", await ReceiveAsync());
    }

    [TestMethod]
    public async Task A_message_for_later_comes_when_it_would_have_come()
    {
        await SendAsync("1", TimeSpan.FromMinutes(5));
        Assert.AreEqual("", await ReceiveAsync());
        await SetBackAsync(restarted: false);
        Assert.AreEqual("", await ReceiveAsync());
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.AreEqual("", await ReceiveAsync());
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.AreEqual("1", await ReceiveAsync());
    }

    [TestMethod]
    public async Task A_copy_for_later_that_is_made_before_and_settled_after_comes_when_it_would_have_come()
    {
        await SendAsync("1");
        var received = (await store.Queue.TryReceiveAsync(QueueNames.Leads, 1, Lock)).Single();
        time.Advance(TimeSpan.FromSeconds(10));
        var copy = Change.Send(Message("1/attempt-2") with { NotBefore = clock.GetUtcNow() + TimeSpan.FromMinutes(5) });
        await SetBackAsync(restarted: false);

        await store.Changes.SettleAsync([(received, Settlement.CompleteWith(copy))]);

        time.Advance(TimeSpan.FromMinutes(5));
        Assert.AreEqual("", await ReceiveAsync());
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.AreEqual("1/attempt-2", await ReceiveAsync());
    }

    [TestMethod]
    public async Task The_jump_is_made_good_once_however_many_processes_see_it()
    {
        await SendAsync("1");
        await ReceiveAsync();
        await SendAsync("2", TimeSpan.FromHours(30));
        await SetBackAsync(restarted: true);
        await ReceiveAsync();
        await SetBackAsync(restarted: true, by: TimeSpan.Zero);
        time.Advance(TimeSpan.FromHours(29));
        Assert.AreEqual("1", await ReceiveAsync());
        Assert.AreEqual("", await ReceiveAsync());
    }

    [TestMethod]
    public async Task An_id_is_still_known()
    {
        await SendAsync("1");
        await ReceiveAsync();
        await SetBackAsync(restarted: false);
        await SendAsync("1");
        Assert.AreEqual("", await ReceiveAsync());
    }

    private async Task SetBackAsync(bool restarted, TimeSpan? by = null)
    {
        if (restarted)
        {
            await store.DisposeAsync();
        }

        clock.Jump(-(by ?? TimeSpan.FromDays(1)));
        if (restarted)
        {
            store = SqliteStore.Open(folder.Path, clock);
            await store.Queue.SendAsync(Message("any") with { Queue = QueueNames.Records }, CancellationToken.None);
        }
    }

    private ValueTask SendAsync(string id, TimeSpan? later = null) =>
        store.Queue.SendAsync(Message(id) with { NotBefore = later is { } delay ? clock.GetUtcNow() + delay : null }, CancellationToken.None);

    private async Task<string> ReceiveAsync() =>
        string.Join(' ', (await store.Queue.TryReceiveAsync(QueueNames.Leads, 1, Lock)).Select(received => received.Message.MessageId));

    private static QueueMessage Message(string id) => new() { Queue = QueueNames.Leads, MessageId = id, Subject = "lead", Body = "{}"u8.ToArray() };
}
