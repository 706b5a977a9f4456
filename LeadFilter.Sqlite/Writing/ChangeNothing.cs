namespace LeadFilter.Sqlite.Writing;

/// <summary>A change of nothing: it wakes a writer that has nothing else to do, without a transaction, to look after the log.</summary>
internal sealed class ChangeNothing : Write<bool>
{
    /// <inheritdoc/>
    protected override bool Change(WriteSession session) => true;
}
