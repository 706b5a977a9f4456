using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Tests.Azure.Queues;

/// <summary>Settles a message by whoever received it, as the Functions host does for its worker.</summary>
internal sealed class SettlingActions : ServiceBusMessageActions
{
    private readonly Func<ServiceBusReceivedMessage, CancellationToken, Task> complete;
    private readonly Func<ServiceBusReceivedMessage, CancellationToken, Task> abandon;
    private readonly Func<ServiceBusReceivedMessage, string?, string?, CancellationToken, Task> deadLetter;
    private readonly Func<ServiceBusReceivedMessage, CancellationToken, Task> renew;

    /// <summary>By a processor.</summary>
    /// <param name="received">The message, as the processor hands it over.</param>
    public SettlingActions(ProcessMessageEventArgs received)
    {
        complete = received.CompleteMessageAsync;
        abandon = (message, cancellation) => received.AbandonMessageAsync(message, cancellationToken: cancellation);
        deadLetter = received.DeadLetterMessageAsync;
        renew = received.RenewMessageLockAsync;
    }

    /// <summary>By a receiver.</summary>
    /// <param name="receiver">Who received the message.</param>
    public SettlingActions(ServiceBusReceiver receiver)
    {
        complete = receiver.CompleteMessageAsync;
        abandon = (message, cancellation) => receiver.AbandonMessageAsync(message, cancellationToken: cancellation);
        deadLetter = receiver.DeadLetterMessageAsync;
        renew = receiver.RenewMessageLockAsync;
    }

    /// <summary>Whether the last call failed.</summary>
    public bool HasFailed { get; private set; }

    public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        RunAsync(complete(message, cancellationToken));

    public override Task AbandonMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = default,
        CancellationToken cancellationToken = default) =>
        RunAsync(abandon(message, cancellationToken));

    public override Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        Dictionary<string, object>? propertiesToModify = default,
        string? deadLetterReason = default,
        string? deadLetterErrorDescription = default,
        CancellationToken cancellationToken = default) =>
        RunAsync(deadLetter(message, deadLetterReason, deadLetterErrorDescription, cancellationToken));

    public override Task RenewMessageLockAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        RunAsync(renew(message, cancellationToken));

    private async Task RunAsync(Task call)
    {
        HasFailed = true;
        await call;
        HasFailed = false;
    }
}
