using System.Collections.Concurrent;
using LeadFilter.Tests.Azure.ServiceBus.Faults;
using LeadFilter.Tests.Azure.ServiceBus.Links;
using LeadFilter.Tests.Azure.ServiceBus.Management;
using LeadFilter.Tests.Azure.ServiceBus.Queues;
using LeadFilter.Tests.Azure.ServiceBus.Requests;
using LeadFilter.Tests.Azure.ServiceBus.Tokens;
using Microsoft.Azure.Amqp;

namespace LeadFilter.Tests.Azure.ServiceBus.Connections;

/// <summary>What a client may link to: each queue, its dead letters, the management of both, and <c>$cbs</c> for tokens.</summary>
internal sealed class Addresses
{
    /// <summary>Where tokens are shown.</summary>
    public const string Tokens = "$cbs";

    private readonly ConcurrentDictionary<string, Action<AmqpLink>> served = new(StringComparer.OrdinalIgnoreCase);
    private readonly ServiceBusFaults faults;

    /// <summary>Makes an address for tokens, and none else.</summary>
    /// <param name="key">The key with which tokens must be signed.</param>
    /// <param name="faults">What goes wrong.</param>
    public Addresses(SharedAccessKey key, ServiceBusFaults faults)
    {
        this.faults = faults;
        served[Tokens] = Node(new TokenRequests(key, faults.Tokens).Handle);
    }

    /// <summary>Adds a queue.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="queue">The queue.</param>
    public void Add(string name, BrokerQueue queue)
    {
        served[name] = link => Serve(link, queue);
        served[$"{name}/$management"] = Node(new ManagementRequests(queue, faults.Requests).Handle);
        if (queue.DeadLetters is { } dead)
        {
            Add($"{name}/$deadletterqueue", dead);
        }
    }

    /// <summary>What serves a link to an address; null if there is no such address.</summary>
    /// <param name="address">The address, with or without a slash in front.</param>
    public Action<AmqpLink>? Find(string address) => served.GetValueOrDefault(address.Trim('/'));

    private void Serve(AmqpLink link, BrokerQueue queue)
    {
        if (link is ReceivingAmqpLink incoming)
        {
            SenderEnd.Serve(incoming, queue, faults.Sends);
        }
        else
        {
            ReceiverEnd.Serve((SendingAmqpLink)link, queue, faults.Settlements);
        }
    }

    private static Action<AmqpLink> Node(Action<AmqpMessage, AmqpConnection, Action<AmqpMessage>> handle)
    {
        var node = new RequestNode(handle);
        return node.Serve;
    }
}
