using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Queues;

/// <summary>What a receiver makes of its message; the result is false if its lock was lost, and then nothing changes.</summary>
/// <param name="token">The right to settle the message.</param>
internal abstract class MessageChange(LockToken token) : Write<bool>
{
    /// <inheritdoc/>
    protected sealed override bool Change(WriteSession session)
    {
        var locked = session.Prepare(MessageSql.Locked).Bind(1, token.Message).Bind(2, token.Receipt).Bind(3, session.Now);
        if (!locked.Next())
        {
            return false;
        }

        var deliveries = (int)locked.Number(0);
        locked.Reset();
        Settle(session, token.Message, deliveries);
        return true;
    }

    /// <summary>Settles the message.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="number">The message's number.</param>
    /// <param name="deliveries">How often it was received.</param>
    protected abstract void Settle(WriteSession session, long number, int deliveries);
}
