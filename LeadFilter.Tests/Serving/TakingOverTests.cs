using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Sqlite;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Folders;
using LeadFilter.Tests.Receipts;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Serving;

/// <summary>What the one server of a folder takes over at once from one that died.</summary>
[TestClass]
public sealed class TakingOverTests
{
    private const string Content = "0123456789abcdef";
    private static readonly TimeSpan LockDuration = TimeSpan.FromMinutes(2);

    private readonly FakeTimeProvider clock = new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Cancellation => TestContext.CancellationToken;

    [TestMethod]
    public async Task Released_messages_are_received_at_once_and_count_as_received_before()
    {
        using var folder = new TemporaryFolder();
        await using var store = SqliteStore.Open(folder.Path, clock);
        await store.Queue.SendAsync(Message("1"), Cancellation);
        var lost = (await store.Queue.TryReceiveAsync(QueueNames.Leads, 1, LockDuration)).Single();

        Assert.AreEqual(1, await store.Queue.ReleaseLocksAsync(QueueNames.Leads, Cancellation));

        var again = (await store.Queue.TryReceiveAsync(QueueNames.Leads, 1, LockDuration)).Single();
        Assert.AreEqual(("1", 2), (again.Message.MessageId, again.DeliveryCount));
        Assert.IsFalse(await store.Queue.CompleteAsync(lost, Cancellation), "the dead receiver's right is gone");
        Assert.IsTrue(await store.Queue.CompleteAsync(again, Cancellation));
    }

    [TestMethod]
    public async Task Releasing_leaves_other_queues_the_scheduled_and_the_dead_alone()
    {
        using var folder = new TemporaryFolder();
        await using var store = SqliteStore.Open(folder.Path, clock);
        await store.Queue.SendAsync(Message("dead"), Cancellation);
        await store.Queue.DeadLetterAsync(
            (await store.Queue.TryReceiveAsync(QueueNames.Leads, 1, LockDuration)).Single(), "crm_refused", "The CRM answered 400.", Cancellation);
        await store.Queue.SendAsync(Message("later") with { NotBefore = clock.GetUtcNow().AddHours(1) }, Cancellation);
        await store.Queue.SendAsync(Message("other") with { Queue = QueueNames.Records }, Cancellation);
        await store.Queue.TryReceiveAsync(QueueNames.Records, 1, LockDuration);

        Assert.AreEqual(0, await store.Queue.ReleaseLocksAsync(QueueNames.Leads, Cancellation));

        Assert.AreEqual(new(0, 1, 0, 1), await store.Queue.CountAsync(QueueNames.Leads, Cancellation));
        Assert.AreEqual(new(0, 0, 1, 0), await store.Queue.CountAsync(QueueNames.Records, Cancellation));
    }

    [TestMethod]
    public async Task A_lease_from_before_the_start_is_taken_over_at_once_with_its_lead_id()
    {
        var tables = new InMemoryTables();
        var dead = await new ReceiptBook(tables, clock).EnterAsync(tables, Content, Record(), final: false, Cancellation);
        clock.Advance(TimeSpan.FromSeconds(1));

        var taken = await new ReceiptBook(tables, clock, new LeaseEpoch(clock.GetUtcNow())).EnterAsync(tables, Content, Record(), final: false, Cancellation);

        Assert.AreEqual((true, false, dead.Record.Lead), (taken.IsMine, taken.IsFinal, taken.Record.Lead));
    }

    [TestMethod]
    public async Task A_lease_from_after_the_start_is_waited_for()
    {
        var tables = new InMemoryTables();
        var book = new ReceiptBook(tables, clock, new LeaseEpoch(clock.GetUtcNow()));
        await book.EnterAsync(tables, Content, Record(), final: false, Cancellation);
        var waiting = book.EnterAsync(tables, Content, Record(), final: false, Cancellation);
        while (!waiting.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await Assert.ThrowsExactlyAsync<StoreUnavailableException>(() => waiting);
    }

    private static QueueMessage Message(string id) =>
        new() { Queue = QueueNames.Leads, MessageId = id, Subject = "lead", Body = "{}"u8.ToArray() };

    private DecisionRecord Record()
    {
        var bytes = new byte[10];
        Random.Shared.NextBytes(bytes);
        var campaign = TestCampaign.Loaded();
        return new()
        {
            Lead = LeadId.Create(clock.GetUtcNow(), bytes),
            Campaign = campaign.Id,
            CampaignVersion = campaign.Version,
            Vendor = TestCampaign.Id("acme"),
            ReceivedAt = clock.GetUtcNow(),
            IsAccepted = true,
        };
    }
}
