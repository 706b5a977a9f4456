using Microsoft.Azure.Amqp.Encoding;

namespace LeadFilter.Tests.Azure.ServiceBus.Messages;

/// <summary>The annotations by which Service Bus and its clients tell each other about a message.</summary>
internal static class Annotations
{
    public static AmqpSymbol ScheduledEnqueueTime { get; } = "x-opt-scheduled-enqueue-time";

    public static AmqpSymbol EnqueuedTime { get; } = "x-opt-enqueued-time";

    public static AmqpSymbol SequenceNumber { get; } = "x-opt-sequence-number";

    public static AmqpSymbol LockedUntil { get; } = "x-opt-locked-until";

    public static AmqpSymbol State { get; } = "x-opt-message-state";
}
