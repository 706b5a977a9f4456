using LeadFilter.Tests.Azure.ServiceBus.Faults;
using LeadFilter.Tests.Azure.ServiceBus.Messages;
using LeadFilter.Tests.Azure.ServiceBus.Queues;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;
using Microsoft.Azure.Amqp.Framing;
using AmqpDelivery = Microsoft.Azure.Amqp.Delivery;

namespace LeadFilter.Tests.Azure.ServiceBus.Links;

/// <summary>
/// The server's end of a link on which a client receives from a queue: locks messages as far as the link's credit goes, and
/// settles them.
/// </summary>
internal sealed class ReceiverEnd
{
    private static readonly AmqpSymbol Reason = "DeadLetterReason";
    private static readonly AmqpSymbol Description = "DeadLetterErrorDescription";

    private readonly Lock gate = new();
    private readonly SendingAmqpLink link;
    private readonly BrokerQueue queue;
    private readonly FaultSwitch settlements;
    private bool isSending;
    private bool isAskedAgain;

    private ReceiverEnd(SendingAmqpLink link, BrokerQueue queue, FaultSwitch settlements)
    {
        this.link = link;
        this.queue = queue;
        this.settlements = settlements;
    }

    /// <summary>Sends what is in the queue on the link.</summary>
    /// <param name="link">The link.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="settlements">What goes wrong.</param>
    public static void Serve(SendingAmqpLink link, BrokerQueue queue, FaultSwitch settlements)
    {
        var end = new ReceiverEnd(link, queue, settlements);
        link.RegisterCreditListener((_, _, _) => end.Send());
        link.RegisterDispositionListener(end.Settle);
        link.Closed += (_, _) => queue.Available -= end.OnAvailable;
        queue.Available += end.OnAvailable;
    }

    private void OnAvailable(object? sender, EventArgs e) => Send();

    /// <summary>Sends while there is credit. One thread at a time does it, for the others it looks once more.</summary>
    private void Send()
    {
        lock (gate)
        {
            isAskedAgain = true;
            if (isSending)
            {
                return;
            }

            isSending = true;
        }

        while (IsAsked())
        {
            while (link.State == AmqpObjectState.Opened && link.LinkCredit > 0 && queue.Receive() is { } message)
            {
                link.SendMessageNoWait(MessageWriter.Write(message), message.Lock!.Value.ToByteArray(), AmqpConstants.NullBinary);
            }
        }
    }

    private bool IsAsked()
    {
        lock (gate)
        {
            isSending = isAskedAgain;
            isAskedAgain = false;
            return isSending;
        }
    }

    private void Settle(AmqpDelivery delivery)
    {
        if (delivery.Settled)
        {
            Settle(new Guid(delivery.DeliveryTag), delivery.State);
            return;
        }

        FaultyOperation.Run(
            settlements.Meet(),
            link.Session.Connection,
            run: () => Settle(new Guid(delivery.DeliveryTag), delivery.State),
            answer: held => Answer(delivery, held ? AmqpConstants.AcceptedOutcome : new Rejected { Error = ErrorCodes.LockLost() }),
            refuse: error => Answer(delivery, new Rejected { Error = error }));
    }

    private bool Settle(Guid token, DeliveryState? outcome) => outcome switch
    {
        Accepted => queue.Complete(token),
        Rejected rejected => queue.DeadLetter(token, Text(rejected, Reason), Text(rejected, Description)),
        Released => queue.Release(token),
        _ => queue.Abandon(token),
    };

    private void Answer(AmqpDelivery delivery, DeliveryState outcome) => link.DisposeDelivery(delivery, settled: true, outcome);

    private static string? Text(Rejected rejected, AmqpSymbol key) =>
        rejected.Error?.Info is { } info && info.TryGetValue<string>(key, out var text) ? text : null;
}
