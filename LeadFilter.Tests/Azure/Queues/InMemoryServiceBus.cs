#nullable disable
using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;

namespace LeadFilter.Tests.Azure.Queues;

/// <summary>A namespace of Service Bus.</summary>
/// <param name="clock">The time.</param>
internal sealed class InMemoryServiceBus(TimeProvider clock) : ServiceBusClient
{
    private readonly ConcurrentDictionary<string, InMemoryQueue> queues = new(StringComparer.Ordinal);

    public InMemoryQueue this[string name] => queues.GetOrAdd(name, _ => new(clock));

    public override ServiceBusSender CreateSender(string queueOrTopicName) => new InMemorySender(this[queueOrTopicName]);
}
