using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Ports.InMemory;

internal sealed class InMemoryQueueUnderTest : QueueUnderTest
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly InMemoryLeadQueue queue;

    public InMemoryQueueUnderTest() => queue = new(time, MaxDeliveryCount);

    public override int MaxDeliveryCount => 3;

    public override ILeadQueue Queue => queue;

    public override IDeadLetters DeadLetters => queue;

    public override IQueueContents Contents => queue;

    public override DateTimeOffset Now => time.GetUtcNow();

    public override Task<IReadOnlyList<HeldMessage>> ReceiveAsync(string queueName, int max) => Task.FromResult<IReadOnlyList<HeldMessage>>(
        [.. queue.Receive(queueName, max, LockDuration).Select(each => new HeldMessage(each.Message, each.DeliveryCount, each))]);

    public override Task<bool> CompleteAsync(HeldMessage delivery) => Task.FromResult(queue.Complete((LockedMessage)delivery.Native));

    public override Task<bool> AbandonAsync(HeldMessage delivery) => Task.FromResult(queue.Abandon((LockedMessage)delivery.Native));

    public override Task<bool> DeadLetterAsync(HeldMessage delivery, string reason, string description) =>
        Task.FromResult(queue.DeadLetter((LockedMessage)delivery.Native, reason, description));

    public override Task<bool> RenewAsync(HeldMessage delivery) =>
        Task.FromResult(queue.Renew((LockedMessage)delivery.Native, LockDuration));

    public override Task PassAsync(TimeSpan span)
    {
        time.Advance(span);
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync() => default;
}
