using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Sqlite.Writing;

/// <summary>Several changes within one transaction, in the order of <see cref="IChanges"/>; the result is how many were tried.</summary>
/// <param name="changes">The changes.</param>
/// <param name="writes">The write of each.</param>
internal sealed class MakeChanges(IReadOnlyList<Change> changes, PendingWrite[] writes) : Write<int>
{
    /// <inheritdoc/>
    protected override int Change(WriteSession session)
    {
        var worked = true;
        for (var at = 0; at < writes.Length; at++)
        {
            // A refusal ends the series behind those that stand beside it.
            if (!worked && !changes[at].IsBeside)
            {
                return at;
            }

            writes[at].Run(session);
            worked &= writes[at].HasWorked;
        }

        return writes.Length;
    }
}
