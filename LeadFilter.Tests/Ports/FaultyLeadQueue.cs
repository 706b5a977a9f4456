using System.Runtime.CompilerServices;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;

namespace LeadFilter.Tests.Ports;

/// <summary>Queues in memory that fail on demand. A received message stays locked until it is settled.</summary>
/// <param name="clock">The time, for scheduled messages and for the duplicate detection.</param>
internal sealed class FaultyLeadQueue(TimeProvider clock) : ILeadQueue, IDeadLetters, IQueueContents
{
    private readonly InMemoryLeadQueue inner = new(clock, int.MaxValue);
    private readonly ConditionalWeakTable<QueueMessage, LockedMessage> locks = [];

    /// <summary>The queues without faults.</summary>
    public InMemoryLeadQueue Inner => inner;

    /// <summary>Makes calls fail or wait; null for none.</summary>
    public Fault? Fault { get; set; }

    /// <summary>All messages that are neither completed nor dead, in the order in which they were sent.</summary>
    public IReadOnlyList<QueueMessage> Messages => inner.Messages;

    public async ValueTask SendAsync(QueueMessage message, CancellationToken cancellation)
    {
        await StepAsync(message.Queue, nameof(SendAsync), message.MessageId, false, cancellation);
        await inner.SendAsync(message, cancellation);
        await StepAsync(message.Queue, nameof(SendAsync), message.MessageId, true, cancellation);
    }

    /// <summary>Receives the first message that is visible now and locks it until it is settled; null if there is none.</summary>
    /// <param name="queue">The queue.</param>
    public QueueMessage? Receive(string queue)
    {
        if (inner.Receive(queue, 1, Timeout.InfiniteTimeSpan) is not [var received])
        {
            return null;
        }

        locks.AddOrUpdate(received.Message, received);
        return received.Message;
    }

    /// <summary>Settles a received message: it is done.</summary>
    /// <param name="message">The message.</param>
    public void Complete(QueueMessage message) => Expect(inner.Complete(Locked(message)), message);

    /// <summary>Gives a received message back, to be received again at once, as when its receiver dies.</summary>
    /// <param name="message">The message.</param>
    public void Abandon(QueueMessage message) => Expect(inner.Abandon(Locked(message)), message);

    /// <summary>Settles a received message: it is given up.</summary>
    /// <param name="message">The message.</param>
    /// <param name="reason">Why, as a code.</param>
    /// <param name="description">Why, in a sentence.</param>
    public void Bury(QueueMessage message, string reason, string description) =>
        Expect(inner.DeadLetter(Locked(message), reason, description), message);

    public async IAsyncEnumerable<DeadLetter> ListAsync(string queue, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await StepAsync(queue, nameof(ListAsync), queue, false, cancellation);
        var dead = await inner.ListAsync(queue, cancellation).ToListAsync(cancellation);
        await StepAsync(queue, nameof(ListAsync), queue, true, cancellation);
        foreach (var death in dead)
        {
            yield return death;
        }
    }

    public async ValueTask<bool> ReplayAsync(string queue, string messageId, CancellationToken cancellation)
    {
        await StepAsync(queue, nameof(ReplayAsync), messageId, false, cancellation);
        var replayed = await inner.ReplayAsync(queue, messageId, cancellation);
        await StepAsync(queue, nameof(ReplayAsync), messageId, true, cancellation);
        return replayed;
    }

    public async ValueTask<bool> DropAsync(string queue, string messageId, CancellationToken cancellation)
    {
        await StepAsync(queue, nameof(DropAsync), messageId, false, cancellation);
        var dropped = await inner.DropAsync(queue, messageId, cancellation);
        await StepAsync(queue, nameof(DropAsync), messageId, true, cancellation);
        return dropped;
    }

    public async IAsyncEnumerable<KeptMessage> ReadAsync(string queue, bool dead, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await StepAsync(queue, nameof(ReadAsync), queue, false, cancellation);
        var kept = await inner.ReadAsync(queue, dead, cancellation).ToListAsync(cancellation);
        await StepAsync(queue, nameof(ReadAsync), queue, true, cancellation);
        foreach (var message in kept)
        {
            yield return message;
        }
    }

    public async ValueTask<int> DeleteAsync(IReadOnlyList<KeptMessage> messages, CancellationToken cancellation)
    {
        await StepAsync(QueueNames.Leads, nameof(DeleteAsync), "", false, cancellation);
        var deleted = await inner.DeleteAsync(messages, cancellation);
        await StepAsync(QueueNames.Leads, nameof(DeleteAsync), "", true, cancellation);
        return deleted;
    }

    private static void Expect(bool settled, QueueMessage message)
    {
        if (!settled)
        {
            throw NotLocked(message);
        }
    }

    private static InvalidOperationException NotLocked(QueueMessage message) => new($"Message '{message.MessageId}' is not locked.");

    private LockedMessage Locked(QueueMessage message) =>
        locks.TryGetValue(message, out var received) ? received : throw NotLocked(message);

    private async ValueTask StepAsync(string queue, string operation, string key, bool tookEffect, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Fault is { } fault)
        {
            await fault(new(queue, operation, key, tookEffect));
        }
    }
}
