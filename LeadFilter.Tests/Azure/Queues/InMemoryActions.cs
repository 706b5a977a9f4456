#nullable disable
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Tests.Azure.Queues;

/// <summary>Settles messages of a queue in memory.</summary>
internal sealed class InMemoryActions(InMemoryQueue queue) : ServiceBusMessageActions
{
    public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        RunAsync(() => queue.Complete(message), cancellationToken);

    public override Task AbandonMessageAsync(
        ServiceBusReceivedMessage message, IDictionary<string, object> propertiesToModify = default, CancellationToken cancellationToken = default) =>
        RunAsync(() => queue.Abandon(message), cancellationToken);

    public override Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        Dictionary<string, object> propertiesToModify = default,
        string deadLetterReason = default,
        string deadLetterErrorDescription = default,
        CancellationToken cancellationToken = default) =>
        RunAsync(() => queue.Bury(message, deadLetterReason, deadLetterErrorDescription), cancellationToken);

    public override Task RenewMessageLockAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        RunAsync(() => queue.Renew(message), cancellationToken);

    private static async Task RunAsync(Action call, CancellationToken cancellation)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        call();
    }
}
