using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Queues;

/// <summary>
/// Locks messages that are visible and returns them, those that wait longest first. One that was received too often dies instead.
/// </summary>
/// <param name="queue">The queue.</param>
/// <param name="max">How many at most.</param>
/// <param name="lockDuration">For how long.</param>
/// <param name="maxDeliveryCount">How often a message is received at most.</param>
internal sealed class ReceiveMessages(string queue, int max, TimeSpan lockDuration, int maxDeliveryCount)
    : Write<IReadOnlyList<ReceivedMessage>>
{
    /// <summary>Tells a caller who waits for messages that there are none as yet.</summary>
    public void Dismiss() => Tell([]);

    /// <inheritdoc/>
    protected override IReadOnlyList<ReceivedMessage> Change(WriteSession session)
    {
        var until = session.Now + (long)lockDuration.TotalMilliseconds;
        var received = new List<ReceivedMessage>();
        var spent = new List<long>();
        do
        {
            spent.Clear();
            ReadVisible(session, until, received, spent);
            foreach (var number in spent)
            {
                BuryMessage.AsSpent(session, number, maxDeliveryCount);
            }
        }
        while (received.Count == 0 && spent.Count > 0);

        foreach (var message in received)
        {
            session.Prepare(MessageSql.Lock).Bind(1, message.Token.Message).Bind(2, message.Token.Receipt).Bind(3, until).Execute();
        }

        return received;
    }

    private void ReadVisible(WriteSession session, long until, List<ReceivedMessage> received, List<long> spent)
    {
        var lockedUntil = DateTimeOffset.FromUnixTimeMilliseconds(until);
        var visible = session.Prepare(MessageSql.Visible).Bind(1, queue).Bind(2, session.Now).Bind(3, max);
        while (visible.Next())
        {
            var number = visible.Number(0);
            var deliveries = (int)visible.Number(5);
            if (deliveries >= maxDeliveryCount)
            {
                spent.Add(number);
                continue;
            }

            var message = new QueueMessage
            {
                Queue = queue,
                MessageId = visible.Text(1),
                Subject = visible.Text(2),
                Body = visible.Bytes(3).ToArray(),
                Properties = MessageProperties.Read(visible.Bytes(4)),
            };
            received.Add(new(message, deliveries + 1, lockedUntil, new(number, session.NextNumber()), session.Now));
        }
    }
}
