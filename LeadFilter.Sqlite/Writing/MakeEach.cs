namespace LeadFilter.Sqlite.Writing;

/// <summary>Several changes within one transaction, each whatever becomes of the others; the result is how many there are.</summary>
/// <param name="writes">The changes.</param>
internal sealed class MakeEach(PendingWrite[] writes) : Write<int>
{
    /// <inheritdoc/>
    protected override int Change(WriteSession session)
    {
        foreach (var write in writes)
        {
            write.Run(session);
        }

        return writes.Length;
    }
}
