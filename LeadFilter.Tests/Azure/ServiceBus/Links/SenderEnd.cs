using LeadFilter.Tests.Azure.ServiceBus.Faults;
using LeadFilter.Tests.Azure.ServiceBus.Messages;
using LeadFilter.Tests.Azure.ServiceBus.Queues;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;

namespace LeadFilter.Tests.Azure.ServiceBus.Links;

/// <summary>The server's end of a link on which a client sends to a queue.</summary>
internal static class SenderEnd
{
    /// <summary>Puts what comes on the link into the queue.</summary>
    /// <param name="link">The link.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="sends">What goes wrong.</param>
    public static void Serve(ReceivingAmqpLink link, BrokerQueue queue, FaultSwitch sends) =>
        link.RegisterMessageListener(transfer => FaultyOperation.Run(
            sends.Meet(),
            link.Session.Connection,
            run: () => Store(transfer, queue),
            answer: _ => link.DisposeMessage(transfer, AmqpConstants.AcceptedOutcome, settled: true, batchable: false),
            refuse: error => link.DisposeMessage(transfer, new Rejected { Error = error }, settled: true, batchable: false)));

    private static bool Store(AmqpMessage transfer, BrokerQueue queue)
    {
        foreach (var message in MessageReader.ReadAll(transfer))
        {
            queue.Send(message);
        }

        return true;
    }
}
