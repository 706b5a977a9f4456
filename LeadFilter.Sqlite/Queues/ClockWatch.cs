using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Queues;

/// <summary>
/// Notices that the machine's clock was set back, and sets back by as much when messages become visible: else what is due
/// now, and what is locked, would wait until the clock is again where it was.
/// </summary>
/// <param name="time">The clock. Its time stamps tell how much time has really passed.</param>
internal sealed class ClockWatch(TimeProvider time)
{
    /// <summary>Smaller steps back, in milliseconds, are not worth it.</summary>
    private const long Tolerance = 1_000;

    private Moment? latest;
    private Moment? open;

    /// <summary>Whether the clock was set back since the last commit of this process.</summary>
    public bool WasSetBack =>
        Volatile.Read(ref latest) is { } seen && Expected(seen) - time.GetUtcNow().ToUnixTimeMilliseconds() > Tolerance;

    /// <summary>Looks at the time of a transaction, before anything is done in it.</summary>
    /// <param name="session">The transaction.</param>
    public void Step(WriteSession session)
    {
        var back = (latest is { } seen ? Expected(seen) : LastSend(session)) - session.Now;
        if (back > Tolerance)
        {
            session.Prepare(MessageSql.SetBack).Bind(1, session.Now).Bind(2, back).Execute();

            // So that the next process does not find the same jump again, and ids are not remembered for as long as it was.
            session.Prepare(MessageSql.SetHistoryBack).Bind(1, session.Now).Execute();
        }

        open = new(session.Now, time.GetTimestamp());
    }

    /// <summary>The transaction is committed, and with it what was made good.</summary>
    public void Confirm() => Volatile.Write(ref latest, open);

    /// <summary>The latest time that is known of what other processes did: the clock may have been set back while none ran.</summary>
    private static long LastSend(WriteSession session)
    {
        var last = session.Prepare(MessageSql.LastSend);
        var at = last.Next() ? last.Number(0) : 0;
        last.Reset();
        return at;
    }

    private long Expected(Moment seen) => seen.Time + (long)time.GetElapsedTime(seen.Stamp).TotalMilliseconds;

    private sealed record Moment(long Time, long Stamp);
}
