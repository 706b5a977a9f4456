using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Queues;

/// <summary>Deletes messages that nobody has; the result is how many.</summary>
/// <param name="messages">The messages.</param>
internal sealed class DeleteMessages(IReadOnlyList<KeptMessage> messages) : Write<int>
{
    /// <inheritdoc/>
    protected override int Change(WriteSession session) => messages.Sum(message => message.State == MessageState.Dead
        ? session.Prepare(MessageSql.DeleteDead).Bind(1, message.Number).Execute()
        : session.Prepare(MessageSql.DeleteWaiting).Bind(1, message.Number).Bind(2, session.Now).Execute());
}
