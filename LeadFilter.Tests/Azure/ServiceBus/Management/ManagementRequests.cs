using LeadFilter.Tests.Azure.ServiceBus.Faults;
using LeadFilter.Tests.Azure.ServiceBus.Messages;
using LeadFilter.Tests.Azure.ServiceBus.Queues;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;

namespace LeadFilter.Tests.Azure.ServiceBus.Management;

/// <summary>Answers requests to a queue's <c>$management</c>.</summary>
/// <param name="queue">The queue.</param>
/// <param name="requests">What goes wrong.</param>
internal sealed class ManagementRequests(BrokerQueue queue, FaultSwitch requests)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="connection">The client's connection.</param>
    /// <param name="answer">Sends the answer.</param>
    public void Handle(AmqpMessage request, AmqpConnection connection, Action<AmqpMessage> answer) => FaultyOperation.Run(
        requests.Meet(),
        connection,
        run: () => Handle(request.ApplicationProperties?.Map[Keys.Operation] as string, request.ValueBody?.Value as AmqpMap ?? []),
        answer: made => answer(made.ToMessage()),
        refuse: error => answer(ManagementAnswer.Refused(error).ToMessage()));

    private ManagementAnswer Handle(string? operation, AmqpMap values) => operation switch
    {
        "com.microsoft:schedule-message" => Schedule(values),
        "com.microsoft:cancel-scheduled-message" => Cancel(values),
        "com.microsoft:renew-lock" => Renew(values),
        "com.microsoft:peek-message" => Peek(values),
        "com.microsoft:update-disposition" => Settle(values),
        _ => ManagementAnswer.Unknown(operation),
    };

    private ManagementAnswer Schedule(AmqpMap values)
    {
        var messages = Value<IEnumerable<object>>(values, Keys.Messages).Cast<AmqpMap>();
        return ManagementAnswer.With(
            Keys.SequenceNumbers,
            messages.Select(each => queue.Send(MessageReader.Read(Value<ArraySegment<byte>>(each, Keys.Message)))).ToArray());
    }

    private ManagementAnswer Cancel(AmqpMap values) =>
        Array.TrueForAll(Value<long[]>(values, Keys.SequenceNumbers), queue.Cancel) ? ManagementAnswer.Done : ManagementAnswer.NotFound;

    private ManagementAnswer Renew(AmqpMap values)
    {
        var ends = Value<Guid[]>(values, Keys.LockTokens).Select(queue.Renew).ToArray();
        return ends.Contains(null)
            ? ManagementAnswer.LockLost
            : ManagementAnswer.With(Keys.Expirations, ends.Select(end => end!.Value.UtcDateTime).ToArray());
    }

    private ManagementAnswer Peek(AmqpMap values)
    {
        var found = queue.Messages
            .Where(message => message.SequenceNumber >= Value<long>(values, Keys.FromSequenceNumber))
            .Take(Value<int>(values, Keys.MessageCount))
            .Select(message => new AmqpMap { [new MapKey(Keys.Message)] = MessageWriter.WritePeeked(message) })
            .ToList();
        return found.Count == 0 ? ManagementAnswer.Empty : ManagementAnswer.With(Keys.Messages, found);
    }

    private ManagementAnswer Settle(AmqpMap values)
    {
        var status = Value<string>(values, Keys.DispositionStatus);
        return Array.TrueForAll(Value<Guid[]>(values, Keys.LockTokens), token => Settle(status, token, values))
            ? ManagementAnswer.Done
            : ManagementAnswer.LockLost;
    }

    private bool Settle(string status, Guid token, AmqpMap values) => status switch
    {
        "completed" => queue.Complete(token),
        "suspended" => queue.DeadLetter(token, Text(values, Keys.DeadLetterReason), Text(values, Keys.DeadLetterDescription)),
        _ => queue.Abandon(token),
    };

    private static T Value<T>(AmqpMap values, string key) => (T)values[new MapKey(key)];

    private static string? Text(AmqpMap values, string key) => values.TryGetValue<string>(new MapKey(key), out var text) ? text : null;
}
