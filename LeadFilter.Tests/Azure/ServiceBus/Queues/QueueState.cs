namespace LeadFilter.Tests.Azure.ServiceBus.Queues;

/// <summary>What a queue holds and the rules by which it changes. It has no clock and no threads: whoever calls tells the time.</summary>
/// <param name="options">How it behaves.</param>
/// <param name="deadLetters">Where its dead letters go; null for a queue of dead letters, which keeps everything.</param>
public sealed class QueueState(QueueOptions options, QueueState? deadLetters)
{
    private readonly SortedDictionary<long, StoredMessage> messages = [];
    private readonly SortedSet<long> visible = [];
    private readonly PriorityQueue<long, DateTimeOffset> waiting = new();
    private readonly Dictionary<Guid, long> locks = [];
    private readonly Dictionary<string, DateTimeOffset> known = new(StringComparer.Ordinal);
    private long lastSequenceNumber;
    private int lastLock;

    /// <summary>All messages in the order in which they came.</summary>
    public IReadOnlyList<StoredMessage> Messages => [.. messages.Values];

    /// <summary>Whether a receiver would get a message now.</summary>
    public bool HasVisible => visible.Count > 0;

    /// <summary>When <see cref="Advance"/> has something to do next; null for never.</summary>
    public DateTimeOffset? NextChange => waiting.TryPeek(out _, out var at) ? at : null;

    /// <summary>Lets locks end and scheduled messages appear.</summary>
    /// <param name="now">The time.</param>
    public void Advance(DateTimeOffset now)
    {
        while (waiting.TryPeek(out var number, out var at) && at <= now)
        {
            waiting.Dequeue();
            if (!messages.TryGetValue(number, out var message))
            {
                continue;
            }

            if (message.IsScheduled)
            {
                Show(message with { IsScheduled = false, EnqueuedAt = at });
            }
            else if (message.Lock is not null && message.LockedUntil <= now)
            {
                GiveBack(message);
            }
        }
    }

    /// <summary>Takes a message. One with the id of an earlier one is swallowed, scheduled or not.</summary>
    /// <param name="message">The message.</param>
    /// <param name="now">The time.</param>
    /// <returns>Its sequence number.</returns>
    public long Send(SentMessage message, DateTimeOffset now)
    {
        var number = ++lastSequenceNumber;
        if (IsDuplicate(message.MessageId, now))
        {
            return number;
        }

        var stored = new StoredMessage { SequenceNumber = number, Sent = message, EnqueuedAt = now };
        if (message.ScheduledFor > now)
        {
            messages[number] = stored with { IsScheduled = true };
            waiting.Enqueue(number, message.ScheduledFor.Value);
        }
        else
        {
            Show(stored);
        }

        return number;
    }

    /// <summary>Takes a scheduled message back.</summary>
    /// <param name="sequenceNumber">Its sequence number.</param>
    /// <returns>Whether there was one.</returns>
    public bool Cancel(long sequenceNumber) =>
        messages.TryGetValue(sequenceNumber, out var message) && message.IsScheduled && messages.Remove(sequenceNumber);

    /// <summary>Locks the first visible message.</summary>
    /// <param name="now">The time.</param>
    /// <returns>The message; null if there is none.</returns>
    public StoredMessage? Receive(DateTimeOffset now)
    {
        Advance(now);
        if (visible.Count == 0)
        {
            return null;
        }

        var message = messages[visible.Min];
        var held = message with
        {
            Lock = new Guid(++lastLock, 0, 0, new byte[8]),
            LockedUntil = now + options.LockDuration,
            DeliveryCount = message.DeliveryCount + 1,
        };
        Hold(held);
        visible.Remove(held.SequenceNumber);
        return held;
    }

    /// <summary>Ends a message.</summary>
    /// <param name="token">The lock.</param>
    /// <param name="now">The time.</param>
    /// <returns>Whether the lock held.</returns>
    public bool Complete(Guid token, DateTimeOffset now)
    {
        if (Held(token, now) is not { } message)
        {
            return false;
        }

        Remove(message);
        return true;
    }

    /// <summary>Gives a message back, to be received again at once.</summary>
    /// <param name="token">The lock.</param>
    /// <param name="now">The time.</param>
    /// <returns>Whether the lock held.</returns>
    public bool Abandon(Guid token, DateTimeOffset now)
    {
        if (Held(token, now) is not { } message)
        {
            return false;
        }

        GiveBack(message);
        return true;
    }

    /// <summary>Gives a message back that nobody has looked at: its delivery does not count.</summary>
    /// <param name="token">The lock.</param>
    /// <param name="now">The time.</param>
    /// <returns>Whether the lock held.</returns>
    public bool Release(Guid token, DateTimeOffset now)
    {
        if (Held(token, now) is not { } message)
        {
            return false;
        }

        Unlock(message with { DeliveryCount = message.DeliveryCount - 1 });
        return true;
    }

    /// <summary>Makes a message a dead letter.</summary>
    /// <param name="token">The lock.</param>
    /// <param name="reason">Why.</param>
    /// <param name="description">More about why.</param>
    /// <param name="now">The time.</param>
    /// <returns>Whether the lock held.</returns>
    public bool DeadLetter(Guid token, string? reason, string? description, DateTimeOffset now)
    {
        if (Held(token, now) is not { } message)
        {
            return false;
        }

        Bury(message, reason, description);
        return true;
    }

    /// <summary>Prolongs a lock.</summary>
    /// <param name="token">The lock.</param>
    /// <param name="now">The time.</param>
    /// <returns>When it ends; null if it did not hold.</returns>
    public DateTimeOffset? Renew(Guid token, DateTimeOffset now)
    {
        if (Held(token, now) is not { } message)
        {
            return null;
        }

        var renewed = message with { LockedUntil = now + options.LockDuration };
        Hold(renewed);
        return renewed.LockedUntil;
    }

    private StoredMessage? Held(Guid token, DateTimeOffset now)
    {
        Advance(now);
        return locks.TryGetValue(token, out var number) ? messages[number] : null;
    }

    private void Hold(StoredMessage message)
    {
        messages[message.SequenceNumber] = message;
        locks[message.Lock!.Value] = message.SequenceNumber;
        waiting.Enqueue(message.SequenceNumber, message.LockedUntil);
    }

    private void Show(StoredMessage message)
    {
        messages[message.SequenceNumber] = message;
        visible.Add(message.SequenceNumber);
    }

    private void GiveBack(StoredMessage message)
    {
        if (deadLetters is not null && message.DeliveryCount >= options.MaxDeliveryCount)
        {
            Bury(message, "MaxDeliveryCountExceeded", $"Message could not be consumed after {message.DeliveryCount} delivery attempts.");
            return;
        }

        Unlock(message);
    }

    private void Unlock(StoredMessage message)
    {
        locks.Remove(message.Lock!.Value);
        Show(message with { Lock = null });
    }

    private void Bury(StoredMessage message, string? reason, string? description)
    {
        Remove(message);
        (deadLetters ?? this).Keep(message with { Lock = null, DeadLetterReason = reason, DeadLetterDescription = description });
    }

    private void Keep(StoredMessage deadLetter) => Show(deadLetter with { SequenceNumber = ++lastSequenceNumber });

    private void Remove(StoredMessage message)
    {
        locks.Remove(message.Lock!.Value);
        messages.Remove(message.SequenceNumber);
    }

    private bool IsDuplicate(string? id, DateTimeOffset now)
    {
        if (id is null || options.DuplicateWindow is not { } window)
        {
            return false;
        }

        if (known.TryGetValue(id, out var at) && now - at < window)
        {
            return true;
        }

        known[id] = now;
        return false;
    }
}
