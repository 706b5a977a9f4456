using System.Collections.Concurrent;
using LeadFilter.Tests.Azure.ServiceBus.Connections;
using LeadFilter.Tests.Azure.ServiceBus.Faults;
using LeadFilter.Tests.Azure.ServiceBus.Queues;
using LeadFilter.Tests.Azure.ServiceBus.Tokens;

namespace LeadFilter.Tests.Azure.ServiceBus;

/// <summary>
/// A namespace of Service Bus on a free port of 127.0.0.1, for the client of Azure.Messaging.ServiceBus, in this process or
/// another. What it does and what it does not is in README.md.
/// </summary>
public sealed class ServiceBusServer : IAsyncDisposable
{
    private static readonly SharedAccessKey Key = new("RootManageSharedAccessKey", "dGhlLWtleS1vZi10aGUtdGVzdHM=");

    private readonly ConcurrentDictionary<string, BrokerQueue> queues = new(StringComparer.OrdinalIgnoreCase);
    private readonly TimeProvider time;
    private readonly Addresses addresses;
    private readonly ConnectionListener listener;

    /// <summary>Starts a server without queues.</summary>
    /// <param name="time">The clock of its queues. Clients keep their own time.</param>
    public ServiceBusServer(TimeProvider? time = null)
    {
        this.time = time ?? TimeProvider.System;
        addresses = new(Key, Faults);
        listener = new(addresses, Faults);
    }

    /// <summary>For <c>ServiceBusClient</c>.</summary>
    public string ConnectionString =>
        $"Endpoint=sb://127.0.0.1:{listener.Port};SharedAccessKeyName={Key.Name};SharedAccessKey={Key.Value};UseDevelopmentEmulator=true";

    /// <summary>The queues by name.</summary>
    public IReadOnlyDictionary<string, BrokerQueue> Queues => queues;

    /// <summary>What goes wrong.</summary>
    public ServiceBusFaults Faults { get; } = new();

    /// <summary>How many connections clients have.</summary>
    public int ConnectionCount => listener.Count;

    /// <summary>Makes a queue.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="options">How it behaves.</param>
    public BrokerQueue AddQueue(string name, QueueOptions? options = null)
    {
        var queue = new BrokerQueue(options ?? new(), time);
        if (!queues.TryAdd(name, queue))
        {
            throw new ArgumentException($"There is a queue {name} already.", nameof(name));
        }

        addresses.Add(name, queue);
        return queue;
    }

    /// <summary>Drops all connections, as a network does. Clients may connect again at once.</summary>
    public void DropConnections() => listener.DropAll();

    /// <summary>Stops.</summary>
    public ValueTask DisposeAsync()
    {
        listener.Dispose();
        foreach (var queue in queues.Values)
        {
            queue.Dispose();
        }

        return ValueTask.CompletedTask;
    }
}
