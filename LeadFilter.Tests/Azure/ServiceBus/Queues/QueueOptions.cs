namespace LeadFilter.Tests.Azure.ServiceBus.Queues;

/// <summary>How a queue behaves. The defaults are those of Service Bus.</summary>
public sealed record QueueOptions
{
    /// <summary>How long a received message stays locked.</summary>
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often a message is delivered before it becomes a dead letter.</summary>
    public int MaxDeliveryCount { get; init; } = 10;

    /// <summary>For how long a message with the id of an earlier one is swallowed; null to keep all.</summary>
    public TimeSpan? DuplicateWindow { get; init; } = TimeSpan.FromDays(1);
}
