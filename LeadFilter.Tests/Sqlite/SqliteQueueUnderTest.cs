using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Sqlite.Queues;
using LeadFilter.Tests.Folders;
using LeadFilter.Tests.Ports;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Sqlite;

/// <summary>A fresh data folder's queues.</summary>
internal sealed class SqliteQueueUnderTest : QueueUnderTest
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly SqliteStore store;

    public SqliteQueueUnderTest() => store = SqliteStore.Open(folder.Path, time, new() { MaxDeliveryCount = 3 });

    public override int MaxDeliveryCount => 3;

    public override ILeadQueue Queue => store.Queue;

    public override IDeadLetters DeadLetters => store.Queue;

    public override IQueueContents Contents => store.Queue;

    public override DateTimeOffset Now => time.GetUtcNow();

    public override async Task<IReadOnlyList<HeldMessage>> ReceiveAsync(string queue, int max) =>
        [.. (await store.Queue.TryReceiveAsync(queue, max, LockDuration)).Select(each => new HeldMessage(each.Message, each.DeliveryCount, each))];

    public override async Task<bool> CompleteAsync(HeldMessage delivery) =>
        await store.Queue.CompleteAsync((ReceivedMessage)delivery.Native, CancellationToken.None);

    public override async Task<bool> AbandonAsync(HeldMessage delivery) =>
        await store.Queue.AbandonAsync((ReceivedMessage)delivery.Native, CancellationToken.None);

    public override async Task<bool> DeadLetterAsync(HeldMessage delivery, string reason, string description) =>
        await store.Queue.DeadLetterAsync((ReceivedMessage)delivery.Native, reason, description, CancellationToken.None);

    public override async Task<bool> RenewAsync(HeldMessage delivery) =>
        await store.Queue.RenewAsync((ReceivedMessage)delivery.Native, LockDuration, CancellationToken.None);

    public override Task PassAsync(TimeSpan span)
    {
        time.Advance(span);
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }
}
