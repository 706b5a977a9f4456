using LeadFilter.Tests.Azure.ServiceBus.Queues;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;

namespace LeadFilter.Tests.Azure.ServiceBus.Messages;

/// <summary>Writes messages as receivers get them: as they were sent, with what the queue knows about them.</summary>
internal static class MessageWriter
{
    private const string ReasonProperty = "DeadLetterReason";
    private const string DescriptionProperty = "DeadLetterErrorDescription";
    private const int Active = 0;
    private const int Scheduled = 2;

    /// <summary>A message for a receiver. Its delivery is not counted yet: the client does that.</summary>
    /// <param name="stored">The message.</param>
    public static AmqpMessage Write(StoredMessage stored) => Write(stored, stored.DeliveryCount - 1);

    /// <summary>The bytes of a message for someone who only looks.</summary>
    /// <param name="stored">The message.</param>
    public static ArraySegment<byte> WritePeeked(StoredMessage stored)
    {
        using var message = Write(stored, stored.DeliveryCount);
        return message.GetPayload().SelectMany(part => part).ToArray();
    }

    private static AmqpMessage Write(StoredMessage stored, int deliveryCount)
    {
        var message = MessageReader.Parse(stored.Sent.Content);
        message.Header.DeliveryCount = (uint)deliveryCount;
        Annotate(message, stored);
        SetProperty(message, ReasonProperty, stored.DeadLetterReason);
        SetProperty(message, DescriptionProperty, stored.DeadLetterDescription);
        return message;
    }

    private static void Annotate(AmqpMessage message, StoredMessage stored)
    {
        var annotations = message.MessageAnnotations.Map;
        annotations[Annotations.SequenceNumber] = stored.SequenceNumber;
        annotations[Annotations.EnqueuedTime] = stored.EnqueuedAt.UtcDateTime;
        annotations[Annotations.State] = stored.IsScheduled ? Scheduled : Active;
        if (stored.Lock is not null)
        {
            annotations[Annotations.LockedUntil] = stored.LockedUntil.UtcDateTime;
        }
    }

    private static void SetProperty(AmqpMessage message, string name, string? value)
    {
        if (value is not null)
        {
            message.ApplicationProperties ??= new ApplicationProperties();
            message.ApplicationProperties.Map[name] = value;
        }
    }
}
