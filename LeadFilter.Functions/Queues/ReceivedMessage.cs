using System.Globalization;
using Azure.Messaging.ServiceBus;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Functions.Queues;

/// <summary>Messages as Service Bus hands them over.</summary>
internal static class ReceivedMessage
{
    /// <summary>The message as the use cases know it. Anybody may have sent it: what is missing is empty.</summary>
    /// <param name="message">The message.</param>
    /// <param name="queue">The queue: one of <see cref="QueueNames.All"/>.</param>
    public static QueueMessage Read(ServiceBusReceivedMessage message, string queue) => new()
    {
        Queue = queue,
        MessageId = message.MessageId ?? "",
        Subject = message.Subject ?? "",
        Body = message.Body?.ToMemory() ?? default,
        NotBefore = message.ScheduledEnqueueTime == default ? null : message.ScheduledEnqueueTime,
        Properties = message.ApplicationProperties.ToDictionary(
            property => property.Key, property => Convert.ToString(property.Value, CultureInfo.InvariantCulture) ?? ""),
    };
}
