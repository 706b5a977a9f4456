namespace LeadFilter.Pipeline.Ports.InMemory;

/// <summary>A message in a queue in memory.</summary>
internal sealed class InMemoryMessage
{
    /// <summary>The number of its sending.</summary>
    public required long Number { get; init; }

    /// <summary>The message.</summary>
    public required QueueMessage Message { get; set; }

    /// <summary>The number of its lock; null if nobody has it.</summary>
    public long? Lock { get; set; }

    /// <summary>When the lock ends.</summary>
    public DateTimeOffset LockedUntil { get; set; }

    /// <summary>How often it was received.</summary>
    public int DeliveryCount { get; set; }

    /// <summary>Why it was given up; null if it was not.</summary>
    public DeadLetter? Death { get; set; }

    /// <summary>Where it stands.</summary>
    public MessageState State => Death is not null ? MessageState.Dead : Lock is not null ? MessageState.InHand : MessageState.Waiting;
}
