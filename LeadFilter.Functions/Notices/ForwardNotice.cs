using Azure.Messaging.ServiceBus;
using LeadFilter.Functions.Queues;
using LeadFilter.Pipeline.Notices;
using LeadFilter.Pipeline.Ports;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.Notices;

/// <summary>Hands notices over to vendors and to systems that must learn of opt-outs.</summary>
/// <param name="forwarder">The use case.</param>
/// <param name="settler">The edge.</param>
public sealed class ForwardNotice(NoticeForwarder forwarder, MessageSettler settler)
{
    /// <summary>Handles a message and settles it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="actions">Settle it.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(ForwardNotice))]
    public Task RunAsync(
        [ServiceBusTrigger("%NoticeQueue%", Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellation) =>
        settler.SettleAsync(QueueNames.Notices, message, actions, forwarder.HandleAsync, cancellation);
}
