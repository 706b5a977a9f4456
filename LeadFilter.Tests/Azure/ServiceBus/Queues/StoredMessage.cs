namespace LeadFilter.Tests.Azure.ServiceBus.Queues;

/// <summary>A message in a queue, at one moment.</summary>
public sealed record StoredMessage
{
    /// <summary>Its place in the queue, from 1.</summary>
    public required long SequenceNumber { get; init; }

    /// <summary>What was sent.</summary>
    public required SentMessage Sent { get; init; }

    /// <summary>When it came; for a scheduled message, when it became visible.</summary>
    public required DateTimeOffset EnqueuedAt { get; init; }

    /// <summary>Whether its time has not come yet.</summary>
    public bool IsScheduled { get; init; }

    /// <summary>How often it was delivered.</summary>
    public int DeliveryCount { get; init; }

    /// <summary>The token of whoever holds it; null while it is not locked.</summary>
    public Guid? Lock { get; init; }

    /// <summary>When the lock ends.</summary>
    public DateTimeOffset LockedUntil { get; init; }

    /// <summary>Why it is a dead letter; null while it is not, or if nobody said why.</summary>
    public string? DeadLetterReason { get; init; }

    /// <summary>More about why it is a dead letter.</summary>
    public string? DeadLetterDescription { get; init; }

    /// <summary>Whether a receiver would get it now.</summary>
    public bool IsVisible => !IsScheduled && Lock is null;
}
