using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Queues;

/// <summary>Makes a message visible again at once, or dead if it was received too often.</summary>
/// <param name="token">The right to settle the message.</param>
/// <param name="maxDeliveryCount">How often a message is received at most.</param>
internal sealed class AbandonMessage(LockToken token, int maxDeliveryCount) : MessageChange(token)
{
    /// <inheritdoc/>
    protected override void Settle(WriteSession session, long number, int deliveries)
    {
        if (deliveries >= maxDeliveryCount)
        {
            BuryMessage.AsSpent(session, number, maxDeliveryCount);
        }
        else
        {
            session.Prepare(MessageSql.Release).Bind(1, number).Bind(2, session.Now).Execute();
        }
    }
}
