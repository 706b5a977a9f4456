using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Queues;

/// <summary>Prolongs a lock.</summary>
/// <param name="token">The right to settle the message; it stays the same.</param>
/// <param name="lockDuration">For how long, from now.</param>
internal sealed class RenewLock(LockToken token, TimeSpan lockDuration) : MessageChange(token)
{
    /// <inheritdoc/>
    protected override void Settle(WriteSession session, long number, int deliveries) =>
        session.Prepare(MessageSql.Prolong).Bind(1, number).Bind(2, session.Now + (long)lockDuration.TotalMilliseconds).Execute();
}
