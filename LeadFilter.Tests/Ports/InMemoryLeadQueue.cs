using System.Runtime.CompilerServices;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Ports;

/// <summary>
/// Queues in memory with the semantics of <see cref="ILeadQueue"/> and <see cref="IDeadLetters"/>, and with what a host's
/// receiver does: receive, complete, abandon, dead-letter. Thread-safe. A received message stays locked until it is settled.
/// </summary>
/// <param name="clock">The time, for scheduled messages and for the duplicate detection.</param>
internal sealed class InMemoryLeadQueue(TimeProvider clock) : ILeadQueue, IDeadLetters
{
    /// <summary>How long a queue remembers the ids that it took.</summary>
    public static readonly TimeSpan DetectionWindow = TimeSpan.FromHours(24);

    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];
    private readonly Dictionary<(string Queue, string MessageId), DateTimeOffset> taken = [];

    private enum State
    {
        Waiting,
        Locked,
        Dead,
    }

    /// <summary>Makes calls fail or wait; null for none.</summary>
    public Fault? Fault { get; set; }

    /// <summary>All messages that are neither completed nor dead, in the order in which they were sent.</summary>
    public IReadOnlyList<QueueMessage> Messages
    {
        get
        {
            lock (gate)
            {
                return [.. entries.Where(entry => entry.State != State.Dead).Select(entry => entry.Message)];
            }
        }
    }

    public async ValueTask SendAsync(QueueMessage message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.MessageId.Length is 0 or > 128)
        {
            throw new ArgumentException("A message id has 1 to 128 characters.", nameof(message));
        }

        await StepAsync(message.Queue, nameof(SendAsync), message.MessageId, false, cancellation);
        Take(message);
        await StepAsync(message.Queue, nameof(SendAsync), message.MessageId, true, cancellation);
    }

    /// <summary>Receives the first message that is visible now and locks it until it is settled; null if there is none.</summary>
    /// <param name="queue">The queue.</param>
    public QueueMessage? Receive(string queue)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var entry = entries.Find(entry =>
                entry.Message.Queue == queue && entry.State == State.Waiting && (entry.Message.NotBefore is not { } at || at <= now));
            if (entry is null)
            {
                return null;
            }

            entry.State = State.Locked;
            entry.DeliveryCount++;
            return entry.Message;
        }
    }

    /// <summary>Settles a received message: it is done.</summary>
    /// <param name="message">The message.</param>
    public void Complete(QueueMessage message)
    {
        lock (gate)
        {
            entries.Remove(Locked(message));
        }
    }

    /// <summary>Gives a received message back, to be received again at once, as when its receiver dies.</summary>
    /// <param name="message">The message.</param>
    public void Abandon(QueueMessage message)
    {
        lock (gate)
        {
            Locked(message).State = State.Waiting;
        }
    }

    /// <summary>Settles a received message: it is given up.</summary>
    /// <param name="message">The message.</param>
    /// <param name="reason">Why, as a code.</param>
    /// <param name="description">Why, in a sentence.</param>
    public void Bury(QueueMessage message, string reason, string description)
    {
        lock (gate)
        {
            var entry = Locked(message);
            entry.State = State.Dead;
            entry.Death = new(
                message.Queue, message.MessageId, clock.GetUtcNow(), reason, description, entry.DeliveryCount, message.Properties);
        }
    }

    public async IAsyncEnumerable<DeadLetter> ListAsync(
        string queue,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await StepAsync(queue, nameof(ListAsync), queue, false, cancellation);
        DeadLetter[] dead;
        lock (gate)
        {
            dead =
            [
                .. entries.Where(entry => entry.Message.Queue == queue)
                    .Select(entry => entry.Death)
                    .OfType<DeadLetter>()
                    .OrderBy(death => death.DiedAt),
            ];
        }

        await StepAsync(queue, nameof(ListAsync), queue, true, cancellation);
        foreach (var death in dead)
        {
            yield return death;
        }
    }

    public async ValueTask<bool> ReplayAsync(string queue, string messageId, CancellationToken cancellation)
    {
        await StepAsync(queue, nameof(ReplayAsync), messageId, false, cancellation);
        Entry? entry;
        lock (gate)
        {
            entry = FindDead(queue, messageId);
            if (entry is not null)
            {
                entry.State = State.Waiting;
                entry.Death = null;
                entry.DeliveryCount = 0;
                entry.Message = entry.Message with { NotBefore = null };
            }
        }

        await StepAsync(queue, nameof(ReplayAsync), messageId, true, cancellation);
        return entry is not null;
    }

    public async ValueTask<bool> DropAsync(string queue, string messageId, CancellationToken cancellation)
    {
        await StepAsync(queue, nameof(DropAsync), messageId, false, cancellation);
        bool dropped;
        lock (gate)
        {
            dropped = FindDead(queue, messageId) is { } entry && entries.Remove(entry);
        }

        await StepAsync(queue, nameof(DropAsync), messageId, true, cancellation);
        return dropped;
    }

    private void Take(QueueMessage message)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var key = (message.Queue, message.MessageId);
            if (taken.TryGetValue(key, out var at) && now - at < DetectionWindow)
            {
                return;
            }

            taken[key] = now;
            entries.Add(new() { Message = message with { Body = message.Body.ToArray() } });
        }
    }

    private Entry? FindDead(string queue, string messageId) =>
        entries.Find(entry => entry.State == State.Dead && entry.Message.Queue == queue && entry.Message.MessageId == messageId);

    private Entry Locked(QueueMessage message) =>
        entries.Find(entry => entry.State == State.Locked && ReferenceEquals(entry.Message, message))
        ?? throw new InvalidOperationException($"Message '{message.MessageId}' is not locked.");

    private async ValueTask StepAsync(string queue, string operation, string key, bool tookEffect, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Fault is { } fault)
        {
            await fault(new(queue, operation, key, tookEffect));
        }
    }

    private sealed class Entry
    {
        public required QueueMessage Message { get; set; }

        public State State { get; set; }

        public int DeliveryCount { get; set; }

        public DeadLetter? Death { get; set; }
    }
}
