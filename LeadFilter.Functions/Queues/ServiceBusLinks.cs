using Azure.Messaging.ServiceBus;

namespace LeadFilter.Functions.Queues;

/// <summary>The long-lived links to one queue of a Service Bus namespace.</summary>
/// <param name="Sender">Sends.</param>
/// <param name="Receiver">Peeks into the queue.</param>
/// <param name="DeadLetters">Receives dead letters.</param>
internal sealed record ServiceBusLinks(ServiceBusSender Sender, ServiceBusReceiver Receiver, ServiceBusReceiver DeadLetters)
{
    /// <summary>Makes the links; they connect when they are first used.</summary>
    /// <param name="client">The client.</param>
    /// <param name="queue">The queue's name in Service Bus.</param>
    public static ServiceBusLinks To(ServiceBusClient client, string queue)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new(
            client.CreateSender(queue),
            client.CreateReceiver(queue),
            client.CreateReceiver(queue, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter }));
    }
}
