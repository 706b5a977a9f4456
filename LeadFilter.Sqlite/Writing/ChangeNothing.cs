namespace LeadFilter.Sqlite.Writing;

/// <summary>A change of nothing, which has an idle writer look after the log.</summary>
internal sealed class ChangeNothing : Write<bool>
{
    /// <inheritdoc/>
    protected override bool Change(WriteSession session) => true;
}
