using System.Runtime.CompilerServices;

namespace LeadFilter.Pipeline.Ports.InMemory;

/// <summary>
/// All queues of an installation in memory, for simulations and tests, with the semantics of <see cref="ILeadQueue"/> and
/// <see cref="IDeadLetters"/>, and with what a host's receiver needs: receive under a lock, complete, abandon, dead-letter,
/// renew. Safe for use by many threads. They last as long as the object, and never throw <see cref="StoreUnavailableException"/>.
/// </summary>
/// <param name="clock">The time, for scheduled messages, locks and the duplicate detection.</param>
/// <param name="maxDeliveryCount">How often a message may be received before it is given up: at least 1.</param>
public sealed class InMemoryLeadQueue(TimeProvider clock, int maxDeliveryCount = 10)
    : ILeadQueue, IDeadLetters, IQueueContents, IQueueProbe
{
    /// <summary>How long a queue remembers the ids that it took.</summary>
    public static readonly TimeSpan DetectionWindow = TimeSpan.FromHours(24);

    /// <summary>The reason of a message that was received too often.</summary>
    public const string Spent = "max_delivery_count";

    private const int MaxIdLength = 128;

    private readonly Lock gate = new();
    private readonly List<InMemoryMessage> entries = [];
    private readonly Dictionary<(string Queue, string MessageId), DateTimeOffset> taken = [];
    private readonly Queue<((string Queue, string MessageId) Key, DateTimeOffset At)> takenInOrder = [];
    private long lastLock;
    private long lastNumber;

    /// <summary>All messages that are neither completed nor dead, in the order in which they were sent.</summary>
    public IReadOnlyList<QueueMessage> Messages
    {
        get
        {
            lock (gate)
            {
                return [.. entries.Where(static entry => entry.Death is null).Select(static entry => entry.Message)];
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask AskAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask SendAsync(QueueMessage message, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Take(message);
        return default;
    }

    /// <summary>Receives messages that are visible now, in the order in which they were sent, and locks them.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="max">How many at most.</param>
    /// <param name="lockDuration">How long they are locked; <see cref="Timeout.InfiniteTimeSpan"/> for until they are settled.</param>
    public IReadOnlyList<LockedMessage> Receive(string queue, int max, TimeSpan lockDuration)
    {
        lock (gate)
        {
            EndLocks();
            var now = clock.GetUtcNow();
            var received = new List<LockedMessage>();
            foreach (var entry in entries)
            {
                if (received.Count == max)
                {
                    break;
                }

                if (entry.Message.Queue == queue && entry is { Death: null, Lock: null }
                    && (entry.Message.NotBefore is not { } at || at <= now))
                {
                    entry.Lock = ++lastLock;
                    entry.LockedUntil = EndOf(lockDuration, now);
                    entry.DeliveryCount++;
                    received.Add(new(entry.Message, entry.DeliveryCount, lastLock));
                }
            }

            return received;
        }
    }

    /// <summary>Settles a received message: it is done.</summary>
    /// <param name="received">The message as received.</param>
    /// <returns>False if its lock has ended.</returns>
    public bool Complete(LockedMessage received)
    {
        lock (gate)
        {
            return FindLocked(received) is { } entry && entries.Remove(entry);
        }
    }

    /// <summary>Gives a received message back, to be received again at once.</summary>
    /// <param name="received">The message as received.</param>
    /// <returns>False if its lock has ended.</returns>
    public bool Abandon(LockedMessage received)
    {
        lock (gate)
        {
            if (FindLocked(received) is not { } entry)
            {
                return false;
            }

            Release(entry);
            return true;
        }
    }

    /// <summary>Settles a received message: it is given up.</summary>
    /// <param name="received">The message as received.</param>
    /// <param name="reason">Why, as a code.</param>
    /// <param name="description">Why, in a sentence without personal data.</param>
    /// <returns>False if its lock has ended.</returns>
    public bool DeadLetter(LockedMessage received, string reason, string description)
    {
        lock (gate)
        {
            if (FindLocked(received) is not { } entry)
            {
                return false;
            }

            Bury(entry, reason, description);
            return true;
        }
    }

    /// <summary>Lets a received message's lock last longer.</summary>
    /// <param name="received">The message as received.</param>
    /// <param name="lockDuration">How long it lasts from now.</param>
    /// <returns>False if it has ended.</returns>
    public bool Renew(LockedMessage received, TimeSpan lockDuration)
    {
        lock (gate)
        {
            if (FindLocked(received) is { } entry)
            {
                entry.LockedUntil = EndOf(lockDuration, clock.GetUtcNow());
                return true;
            }

            return false;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<DeadLetter> ListAsync(string queue, [EnumeratorCancellation] CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        DeadLetter[] dead;
        lock (gate)
        {
            EndLocks();
            dead =
            [
                .. entries.Where(entry => entry.Message.Queue == queue)
                    .Select(static entry => entry.Death)
                    .OfType<DeadLetter>()
                    .OrderBy(static death => death.DiedAt),
            ];
        }

        foreach (var death in dead)
        {
            yield return death;
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> ReplayAsync(string queue, string messageId, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (FindDead(queue, messageId) is not { } entry)
            {
                return new(false);
            }

            entry.Death = null;
            entry.DeliveryCount = 0;
            entry.Message = entry.Message with { NotBefore = null };
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> DropAsync(string queue, string messageId, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            return new(FindDead(queue, messageId) is { } entry && entries.Remove(entry));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<KeptMessage> ReadAsync(
        string queue, bool dead, [EnumeratorCancellation] CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        KeptMessage[] held;
        lock (gate)
        {
            EndLocks();
            held =
            [
                .. entries.Where(entry => entry.Message.Queue == queue && entry.Death is not null == dead)
                    .OrderBy(static entry => entry.Death?.DiedAt)
                    .Select(static entry => new KeptMessage(entry.Message, entry.State, entry.Number, entry.Death?.DiedAt)),
            ];
        }

        foreach (var message in held)
        {
            yield return message;
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> DeleteAsync(IReadOnlyList<KeptMessage> messages, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(messages);
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            EndLocks();
            return new(messages.Sum(message => entries.RemoveAll(entry =>
                entry.Number == message.Number && entry.Lock is null && entry.Death is not null == (message.State == MessageState.Dead))));
        }
    }

    private static DateTimeOffset EndOf(TimeSpan lockDuration, DateTimeOffset now) =>
        lockDuration == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : now + lockDuration;

    /// <summary>Takes a message, unless its id was taken before.</summary>
    /// <param name="message">The message.</param>
    internal void Take(QueueMessage message)
    {
        if (message is not { MessageId.Length: > 0 and <= MaxIdLength })
        {
            throw new ArgumentException($"A message id has 1 to {MaxIdLength} characters.", nameof(message));
        }

        lock (gate)
        {
            var now = clock.GetUtcNow();
            while (takenInOrder.TryPeek(out var oldest) && now - oldest.At >= DetectionWindow)
            {
                taken.Remove(takenInOrder.Dequeue().Key);
            }

            if (taken.TryAdd((message.Queue, message.MessageId), now))
            {
                takenInOrder.Enqueue(((message.Queue, message.MessageId), now));
                entries.Add(new() { Number = ++lastNumber, Message = message with { Body = message.Body.ToArray() } });
            }
        }
    }

    private void EndLocks()
    {
        var now = clock.GetUtcNow();
        foreach (var entry in entries)
        {
            if (entry.Lock is not null && entry.LockedUntil <= now)
            {
                Release(entry);
            }
        }
    }

    private void Release(InMemoryMessage entry)
    {
        if (entry.DeliveryCount >= maxDeliveryCount)
        {
            Bury(entry, Spent, $"It was received {entry.DeliveryCount} times and never settled.");
        }

        entry.Lock = null;
    }

    private void Bury(InMemoryMessage entry, string reason, string description)
    {
        var message = entry.Message;
        entry.Lock = null;
        entry.Death = new(
            message.Queue, message.MessageId, clock.GetUtcNow(), reason, description, entry.DeliveryCount, message.Properties);
    }

    private InMemoryMessage? FindLocked(LockedMessage received) =>
        entries.Find(entry => entry.Lock == received.Lock) is { } entry && entry.LockedUntil > clock.GetUtcNow() ? entry : null;

    private InMemoryMessage? FindDead(string queue, string messageId) =>
        entries.Find(entry => entry.Death is not null && entry.Message.Queue == queue && entry.Message.MessageId == messageId);
}
