using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Queues;

/// <summary>Ends every lock of a queue; the result is how many there were. A message's delivery count stays as it is.</summary>
/// <param name="queue">The queue.</param>
internal sealed class ReleaseLocks(string queue) : Write<int>
{
    /// <inheritdoc/>
    protected override int Change(WriteSession session) =>
        session.Prepare(MessageSql.ReleaseAll).Bind(1, queue).Bind(2, session.Now).Execute();
}
