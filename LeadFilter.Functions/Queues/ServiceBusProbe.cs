using System.Collections.Frozen;
using Azure.Messaging.ServiceBus;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Functions.Queues;

/// <summary>Peeks into the queues of a Service Bus namespace: what is peeked at is neither locked nor counted as a delivery.</summary>
/// <param name="receivers">A long-lived receiver for each name in <see cref="QueueNames.All"/>.</param>
internal sealed class ServiceBusProbe(FrozenDictionary<string, ServiceBusReceiver> receivers) : IQueueProbe
{
    /// <inheritdoc/>
    public async ValueTask AskAsync(CancellationToken cancellation) =>
        await Task.WhenAll(receivers.Select(queue => PeekAsync(queue.Key, queue.Value, cancellation)));

    private static async Task PeekAsync(string queue, ServiceBusReceiver receiver, CancellationToken cancellation)
    {
        try
        {
            await receiver.PeekMessageAsync(cancellationToken: cancellation);
        }
        catch (Exception failure) when (SendFailure.Is(failure, cancellation))
        {
            throw NoAnswer(queue, failure);
        }
    }

    private static StoreUnavailableException NoAnswer(string queue, Exception failure) =>
        new($"Queue {queue} did not answer ({SendFailure.ReasonOf(failure)}).") { HadNoEffect = true };
}
