using Azure.Messaging.ServiceBus;
using LeadFilter.Functions.Queues;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.Delivery;

/// <summary>Delivers bought leads to the CRM.</summary>
/// <param name="forwarder">The use case.</param>
/// <param name="settler">The edge.</param>
public sealed class ForwardLead(Forwarder forwarder, MessageSettler settler)
{
    /// <summary>Handles a message and settles it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="actions">Settle it.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(ForwardLead))]
    public Task RunAsync(
        [ServiceBusTrigger("%LeadQueue%", Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellation) =>
        settler.SettleAsync(QueueNames.Leads, message, actions, forwarder.HandleAsync, cancellation);
}
