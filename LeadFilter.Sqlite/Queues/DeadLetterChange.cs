using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Queues;

/// <summary>Puts a dead letter back into its queue or deletes it; the result is false if there is none with this id.</summary>
/// <param name="queue">The queue.</param>
/// <param name="messageId">The message's id; of several dead letters with one id, the oldest is meant.</param>
/// <param name="replay">True to put it back, false to delete it.</param>
internal sealed class DeadLetterChange(string queue, string messageId, bool replay) : Write<bool>
{
    /// <inheritdoc/>
    protected override bool Change(WriteSession session)
    {
        var found = session.Prepare(MessageSql.DeadById).Bind(1, queue).Bind(2, messageId);
        if (!found.Next())
        {
            return false;
        }

        var number = found.Number(0);
        found.Reset();
        if (replay)
        {
            session.Prepare(MessageSql.Revive).Bind(1, number).Bind(2, session.Now).Execute();
        }
        else
        {
            session.Prepare(MessageSql.Delete).Bind(1, number).Execute();
        }

        return true;
    }
}
