using Azure.Messaging.ServiceBus;

namespace LeadFilter.Tests.Azure.Queues;

/// <summary>A message in a queue, and what became of it.</summary>
internal sealed class StoredMessage(ServiceBusMessage sent)
{
    public ServiceBusMessage Sent { get; } = sent;

    public DateTimeOffset LockedUntil { get; set; }

    public Guid Lock { get; set; }

    public int DeliveryCount { get; set; }

    /// <summary>Why it is a dead letter; null while it is not.</summary>
    public string? DeadLetterReason { get; set; }

    public string? DeadLetterDescription { get; set; }

    public ServiceBusReceivedMessage ToReceived() => ServiceBusModelFactory.ServiceBusReceivedMessage(
        body: Sent.Body,
        messageId: Sent.MessageId,
        subject: Sent.Subject,
        contentType: Sent.ContentType,
        scheduledEnqueueTime: Sent.ScheduledEnqueueTime,
        properties: new Dictionary<string, object>(Sent.ApplicationProperties),
        lockTokenGuid: Lock,
        deliveryCount: DeliveryCount,
        lockedUntil: LockedUntil);
}
