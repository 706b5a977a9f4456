using Azure.Messaging.ServiceBus;
using LeadFilter.Functions.Queues;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Decisions;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.Decisions;

/// <summary>Writes the records that wait in the queue because the log was down.</summary>
/// <param name="journal">The use case.</param>
/// <param name="settler">The edge.</param>
public sealed class WriteRejection(DecisionJournal journal, MessageSettler settler)
{
    /// <summary>Handles a message and settles it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="actions">Settle it.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(WriteRejection))]
    public Task RunAsync(
        [ServiceBusTrigger("%RecordQueue%", Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellation) =>
        settler.SettleAsync(QueueNames.Records, message, actions, journal.HandleAsync, cancellation);
}
