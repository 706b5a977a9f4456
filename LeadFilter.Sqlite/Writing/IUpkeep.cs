namespace LeadFilter.Sqlite.Writing;

/// <summary>What the writer does in every transaction besides the changes that callers wait for.</summary>
internal interface IUpkeep
{
    /// <summary>Before any change.</summary>
    /// <param name="session">The transaction.</param>
    void Begin(WriteSession session);

    /// <summary>After the last change, before the commit.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="batch">The changes. One that this makes in addition is added: its caller is told of the commit with the others.</param>
    void End(WriteSession session, List<PendingWrite> batch);

    /// <summary>The transaction is durable.</summary>
    void Confirm();
}
