using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Tests.Azure.Queues;

/// <summary>Settles a message by the processor that received it, as the Functions host does.</summary>
/// <param name="received">The message, as the processor hands it over.</param>
internal sealed class ProcessorActions(ProcessMessageEventArgs received) : ServiceBusMessageActions
{
    /// <summary>Whether the last call failed.</summary>
    public bool HasFailed { get; private set; }

    public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        RunAsync(received.CompleteMessageAsync(message, cancellationToken));

    public override Task AbandonMessageAsync(
        ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = default, CancellationToken cancellationToken = default) =>
        RunAsync(received.AbandonMessageAsync(message, propertiesToModify, cancellationToken));

    public override Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        Dictionary<string, object>? propertiesToModify = default,
        string? deadLetterReason = default,
        string? deadLetterErrorDescription = default,
        CancellationToken cancellationToken = default) =>
        RunAsync(received.DeadLetterMessageAsync(message, deadLetterReason, deadLetterErrorDescription, cancellationToken));

    public override Task RenewMessageLockAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        RunAsync(received.RenewMessageLockAsync(message, cancellationToken));

    private async Task RunAsync(Task call)
    {
        HasFailed = true;
        await call;
        HasFailed = false;
    }
}
