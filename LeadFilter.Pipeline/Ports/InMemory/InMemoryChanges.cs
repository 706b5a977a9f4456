namespace LeadFilter.Pipeline.Ports.InMemory;

/// <summary>Makes changes of tables and queues in memory, all or none if asked to.</summary>
/// <param name="tables">The tables.</param>
/// <param name="queue">The queues.</param>
public sealed class InMemoryChanges(InMemoryTables tables, InMemoryLeadQueue queue) : IChanges
{
    private readonly ChangesInTurn inTurn = new(tables, queue);

    /// <inheritdoc/>
    public bool CanMakeAll => true;

    /// <inheritdoc/>
    public ValueTask MakeAsync(IReadOnlyList<Change> changes, CancellationToken cancellation) => inTurn.MakeAsync(changes, cancellation);

    /// <inheritdoc/>
    public ValueTask<bool> TryMakeAllAsync(IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(changes);
        cancellation.ThrowIfCancellationRequested();
        return new(tables.Together(() => TryMakeAll(changes)));
    }

    private bool TryMakeAll(IReadOnlyList<Change> changes)
    {
        if (changes.FirstOrDefault(change => !IsTaken(change)) is { } refused)
        {
            refused.Conclude(made: false);
            return false;
        }

        foreach (var change in changes)
        {
            Make(change);
            change.Conclude(made: true);
        }

        return true;
    }

    private bool IsTaken(Change change) => change.Row is not { } row || tables[change.Target].Takes(row, change.Replaces);

    private void Make(Change change)
    {
        if (change.Message is { } message)
        {
            queue.Take(message);
        }
        else
        {
            tables[change.Target].Put(change.Row!);
        }
    }
}
