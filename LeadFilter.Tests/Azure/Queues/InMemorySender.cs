#nullable disable
using Azure.Messaging.ServiceBus;

namespace LeadFilter.Tests.Azure.Queues;

/// <summary>Sends to a queue in memory.</summary>
internal sealed class InMemorySender(InMemoryQueue queue) : ServiceBusSender
{
    public override async Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        queue.Take(message);
    }
}
