namespace Azure.Messaging.ServiceBus;

public class ServiceBusReceivedMessage
{
    internal ServiceBusReceivedMessage()
    {
    }

    public BinaryData Body { get; internal init; } = null!;

    public string MessageId { get; internal init; } = null!;

    public string Subject { get; internal init; } = null!;

    public string ContentType { get; internal init; } = null!;

    public DateTimeOffset ScheduledEnqueueTime { get; internal init; }

    public IReadOnlyDictionary<string, object> ApplicationProperties { get; internal init; } = null!;

    public string LockToken { get; internal init; } = null!;

    public int DeliveryCount { get; internal init; }

    public DateTimeOffset LockedUntil { get; internal init; }
}
