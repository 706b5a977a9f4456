using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Queues;

/// <summary>Puts a message into its queue; the result is false if the queue took one with this id before.</summary>
/// <param name="message">The message.</param>
/// <param name="receivers">Those who wait for it.</param>
/// <param name="handedOver">The time by the clock when it was handed over, or before, in milliseconds since 1970, UTC.</param>
internal sealed class SendMessage(QueueMessage message, WaitingReceivers receivers, long handedOver) : Write<bool>
{
    private readonly byte[] properties = MessageProperties.Write(message.Properties);

    /// <inheritdoc/>
    protected override bool Change(WriteSession session)
    {
        var number = session.NextNumber();
        var isNew = session.Prepare(MessageSql.Remember)
            .Bind(1, number)
            .Bind(2, message.Queue)
            .Bind(3, message.MessageId)
            .Bind(4, session.Now)
            .Bind(5, session.Now - MessageSql.RepetitionWindow)
            .Execute() == 1;
        if (isNew)
        {
            session.Prepare(MessageSql.Insert)
                .Bind(1, number)
                .Bind(2, message.Queue)
                .Bind(3, message.MessageId)
                .Bind(4, message.Subject)
                .BindBytes(5, message.Body.Span)
                .BindText(6, properties)
                .Bind(7, VisibleFrom(session.Now))
                .Execute();
            receivers.Expect();
        }

        return isNew;
    }

    // Rounded up, so that the message is never early. If the clock was set back on the way, so is the message.
    private long VisibleFrom(long now) => message.NotBefore is { } time
        ? Math.Max(now, time.AddTicks(TimeSpan.TicksPerMillisecond - 1).ToUnixTimeMilliseconds() - Math.Max(0, handedOver - now))
        : now;
}
