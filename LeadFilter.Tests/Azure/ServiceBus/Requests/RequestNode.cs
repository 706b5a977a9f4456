using System.Collections.Concurrent;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;

namespace LeadFilter.Tests.Azure.ServiceBus.Requests;

/// <summary>An address to which clients send requests and from which they get the answers, each on a link of its own.</summary>
/// <param name="handle">Answers a request, or leaves it without an answer.</param>
internal sealed class RequestNode(Action<AmqpMessage, AmqpConnection, Action<AmqpMessage>> handle)
{
    private readonly ConcurrentDictionary<(AmqpConnection Connection, string Address), SendingAmqpLink> answering = new();

    /// <summary>Takes requests from a link, or sends answers on it.</summary>
    /// <param name="link">The link.</param>
    public void Serve(AmqpLink link)
    {
        if (link is ReceivingAmqpLink incoming)
        {
            Serve(incoming);
        }
        else
        {
            Serve((SendingAmqpLink)link);
        }
    }

    private void Serve(ReceivingAmqpLink link) => link.RegisterMessageListener(request =>
    {
        link.DisposeMessage(request, AmqpConstants.AcceptedOutcome, settled: true, batchable: false);
        var connection = link.Session.Connection;
        handle(request, connection, answer => Answer(connection, request, answer));
    });

    private void Serve(SendingAmqpLink link)
    {
        var key = (link.Session.Connection, ((Target)link.Settings.Target).Address.ToString()!);
        answering[key] = link;
        link.Closed += (_, _) => answering.TryRemove(key, out _);
    }

    private void Answer(AmqpConnection connection, AmqpMessage request, AmqpMessage answer)
    {
        answer.Properties.CorrelationId = request.Properties.MessageId;
        if (answering.TryGetValue((connection, request.Properties.ReplyTo.ToString()!), out var link))
        {
            link.SendMessageNoWait(answer, AmqpConstants.EmptyBinary, AmqpConstants.NullBinary);
        }
    }
}
