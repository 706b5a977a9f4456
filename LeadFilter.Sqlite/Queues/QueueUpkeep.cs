using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Queues;

/// <summary>What the queues need with every commit: a look at the clock, and old ids forgotten.</summary>
/// <param name="time">The clock.</param>
internal sealed class QueueUpkeep(TimeProvider time) : IUpkeep
{
    private readonly ClockWatch clock = new(time);
    private readonly HistoryPurge history = new();

    /// <summary>Whether the clock was set back since the last commit of this process.</summary>
    public bool ClockWasSetBack => clock.WasSetBack;

    /// <inheritdoc/>
    public void Begin(WriteSession session) => clock.Step(session);

    /// <inheritdoc/>
    public void End(WriteSession session) => history.Step(session);

    /// <inheritdoc/>
    public void Confirm() => clock.Confirm();
}
