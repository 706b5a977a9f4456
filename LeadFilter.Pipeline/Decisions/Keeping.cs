using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Decisions;

/// <summary>
/// A decision on its way into the log. Have <see cref="Changes"/> made, together with others or not at all, then have it
/// finish.
/// </summary>
public sealed class Keeping
{
    private readonly DecisionJournal journal;
    private readonly DecisionRecord record;

    /// <summary>Keeps a decision.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="record">The decision.</param>
    /// <param name="change">The change that keeps it; null if it cannot be made together with others.</param>
    internal Keeping(DecisionJournal journal, DecisionRecord record, Change? change) =>
        (this.journal, this.record, Changes) = (journal, record, change is null ? [] : [change]);

    /// <summary>The change that keeps it; none if it cannot be made together with others.</summary>
    public IReadOnlyList<Change> Changes { get; }

    /// <summary>Does what is left.</summary>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="StoreUnavailableException">The log and the queue are both down: nothing is kept.</exception>
    public ValueTask FinishAsync(CancellationToken cancellation) =>
        Changes is [{ Result: ChangeResult.Made }] ? default : journal.KeepAsync(record, cancellation);
}
