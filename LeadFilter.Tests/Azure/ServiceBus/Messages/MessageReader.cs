using LeadFilter.Tests.Azure.ServiceBus.Queues;
using Microsoft.Azure.Amqp;

namespace LeadFilter.Tests.Azure.ServiceBus.Messages;

/// <summary>Reads messages as clients send them.</summary>
internal static class MessageReader
{
    private const uint BatchFormat = 0x80013700;

    /// <summary>The messages of a transfer: one, or those of a batch.</summary>
    /// <param name="transfer">The transfer.</param>
    public static IReadOnlyList<SentMessage> ReadAll(AmqpMessage transfer) => transfer.MessageFormat == BatchFormat
        ? [.. transfer.DataBody.Select(data => Read((ArraySegment<byte>)data.Value))]
        : [Read(Bytes(transfer))];

    /// <summary>One message.</summary>
    /// <param name="content">Its bytes.</param>
    public static SentMessage Read(ArraySegment<byte> content)
    {
        using var message = Parse(content);
        return new(message.Properties?.MessageId?.ToString(), content.ToArray(), ScheduledFor(message));
    }

    /// <summary>The sections of a message. They may be changed before it is sent.</summary>
    /// <param name="content">Its bytes.</param>
    public static AmqpMessage Parse(ReadOnlyMemory<byte> content)
    {
        var message = AmqpMessage.CreateAmqpStreamMessage(new BufferListStream([new ArraySegment<byte>(content.ToArray())]));
        message.Deserialize(SectionFlag.All);
        return message;
    }

    private static ArraySegment<byte> Bytes(AmqpMessage transfer)
    {
        using var bytes = new MemoryStream();
        transfer.ToStream().CopyTo(bytes);
        return bytes.ToArray();
    }

    private static DateTimeOffset? ScheduledFor(AmqpMessage message) =>
        message.MessageAnnotations.Map.TryGetValue<DateTime>(Annotations.ScheduledEnqueueTime, out var at) ? new(at, TimeSpan.Zero) : null;
}
