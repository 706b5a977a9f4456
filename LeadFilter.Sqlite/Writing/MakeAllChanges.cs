namespace LeadFilter.Sqlite.Writing;

/// <summary>
/// Several changes within one transaction, all or none; the result is the place of the first one that was refused, and how many there
/// are if none was.
/// </summary>
/// <param name="writes">The changes.</param>
internal sealed class MakeAllChanges(PendingWrite[] writes) : Write<int>
{
    /// <inheritdoc/>
    protected override int Change(WriteSession session)
    {
        // What other callers have changed in this transaction stays, whatever becomes of this.
        session.Mark();
        for (var at = 0; at < writes.Length; at++)
        {
            writes[at].Run(session);
            if (!writes[at].HasWorked)
            {
                session.GoBackToMark();
                return at;
            }
        }

        session.Unmark();
        return writes.Length;
    }
}
