using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Queues;

/// <summary>Deletes a message that was handled, and with it the personal data of its body.</summary>
/// <param name="token">The right to settle the message.</param>
internal sealed class CompleteMessage(LockToken token) : MessageChange(token)
{
    /// <inheritdoc/>
    protected override void Settle(WriteSession session, long number, int deliveries) =>
        session.Prepare(MessageSql.Delete).Bind(1, number).Execute();
}
