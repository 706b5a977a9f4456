namespace LeadFilter.Pipeline.Ports;

/// <summary>Makes changes one after the other, for stores that know nothing of each other.</summary>
/// <param name="tables">The tables.</param>
/// <param name="queue">The queues.</param>
public sealed class ChangesInTurn(ITables tables, ILeadQueue queue) : IChanges
{
    /// <inheritdoc/>
    public bool CanMakeAll => false;

    /// <inheritdoc/>
    public ValueTask<bool> TryMakeAllAsync(IReadOnlyList<Change> changes, CancellationToken cancellation) =>
        throw new NotSupportedException("These stores know nothing of each other.");

    /// <inheritdoc/>
    public async ValueTask MakeAsync(IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(changes);
        for (var first = 0; first < changes.Count;)
        {
            var end = first + 1;
            while (end < changes.Count && changes[end].IsBeside)
            {
                end++;
            }

            var group = changes.Skip(first).Take(end - first).ToList();
            await Task.WhenAll(group.Select(change => TryAsync(change, cancellation)));
            if (!group.TrueForAll(static change => change.Result == ChangeResult.Made))
            {
                return;
            }

            first = end;
        }
    }

    private async Task TryAsync(Change change, CancellationToken cancellation)
    {
        try
        {
            change.Conclude(await MakeAsync(change, cancellation));
        }
        catch (StoreUnavailableException failure)
        {
            change.Fail(failure);
        }
    }

    private async ValueTask<bool> MakeAsync(Change change, CancellationToken cancellation)
    {
        if (change.Message is { } message)
        {
            await queue.SendAsync(message, cancellation);
            return true;
        }

        var table = tables[change.Target];
        return await (change.Replaces ? table.TryReplaceAsync(change.Row!, cancellation) : table.TryInsertAsync(change.Row!, cancellation));
    }
}
