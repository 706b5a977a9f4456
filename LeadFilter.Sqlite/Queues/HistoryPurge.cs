using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Queues;

/// <summary>Forgets the ids of messages that a queue took longer ago than it looks for repetitions, a few with each commit.</summary>
internal sealed class HistoryPurge
{
    private const int MaxAtOnce = 64;
    private const long Pause = 60_000;

    private long next;

    /// <summary>Forgets some ids, if it is time.</summary>
    /// <param name="session">The transaction.</param>
    public void Step(WriteSession session)
    {
        // A time that is further off was made by a clock that has been set back since.
        if (session.Now < next && next <= session.Now + Pause)
        {
            return;
        }

        var forgotten = session.Prepare(MessageSql.Forget)
            .Bind(1, session.Now - MessageSql.RepetitionWindow)
            .Bind(2, MaxAtOnce)
            .Execute();
        next = forgotten < MaxAtOnce ? session.Now + Pause : session.Now;
    }
}
