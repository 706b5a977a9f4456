using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite.Queues;
using LeadFilter.Sqlite.Tables;
using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite;

/// <summary>Makes changes of tables and queues in one transaction: one commit, for which others wait, too.</summary>
/// <param name="writer">Makes changes.</param>
/// <param name="tables">The tables.</param>
/// <param name="queue">The queues.</param>
internal sealed class SqliteChanges(Writer writer, SqliteTables tables, SqliteQueue queue) : IChanges
{
    /// <inheritdoc/>
    public bool CanMakeAll => true;

    /// <inheritdoc/>
    public async ValueTask MakeAsync(IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        var writes = WritesOf(changes);
        try
        {
            var tried = await writer.RunAsync(new MakeChanges(changes, writes), cancellation);
            for (var at = 0; at < tried; at++)
            {
                Conclude(changes[at], writes[at]);
            }
        }
        catch (StoreUnavailableException failure)
        {
            changes[0].Fail(failure);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryMakeAllAsync(IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        var writes = WritesOf(changes);
        try
        {
            var refused = await writer.RunAsync(new MakeAllChanges(writes), cancellation);
            if (refused < writes.Length)
            {
                changes[refused].Conclude(made: false);
                return false;
            }

            for (var at = 0; at < writes.Length; at++)
            {
                Conclude(changes[at], writes[at]);
            }

            return true;
        }
        catch (StoreUnavailableException failure)
        {
            foreach (var change in changes)
            {
                change.Fail(failure);
            }

            return false;
        }
    }

    /// <summary>Settles messages that were received, each with the changes that go with it, in one commit.</summary>
    /// <param name="handled">The messages as received, and what is to become of each.</param>
    /// <exception cref="StoreUnavailableException">It was not confirmed; it may have happened all the same.</exception>
    public async ValueTask SettleAsync(IReadOnlyList<(ReceivedMessage Message, Settlement Settlement)> handled)
    {
        var made = new (MakeChanges Series, PendingWrite[] Writes)[handled.Count];
        var all = new List<PendingWrite>(2 * made.Length);
        for (var at = 0; at < made.Length; at++)
        {
            var (message, settlement) = handled[at];
            var writes = WritesOf(settlement.Changes, message.ReceivedAt);
            made[at] = (new(settlement.Changes, writes), writes);
            all.Add(made[at].Series);
            all.Add(SqliteQueue.Settling(message, settlement));
        }

        await writer.RunAsync(new MakeEach([.. all]), CancellationToken.None);
        for (var at = 0; at < made.Length; at++)
        {
            for (var change = 0; change < made[at].Series.Result; change++)
            {
                Conclude(handled[at].Settlement.Changes[change], made[at].Writes[change]);
            }
        }
    }

    private PendingWrite[] WritesOf(IReadOnlyList<Change> changes, long since = 0)
    {
        var writes = new PendingWrite[changes.Count];
        for (var at = 0; at < writes.Length; at++)
        {
            writes[at] = WriteOf(changes[at], since);
        }

        return writes;
    }

    private PendingWrite WriteOf(Change change, long since) => change switch
    {
        { Message: { } message } => queue.Sending(message, since),
        { Replaces: true } => tables.Find(change.Target).Replacing(change.Row!),
        _ => tables.Find(change.Target).Inserting(change.Row!),
    };

    private static void Conclude(Change change, PendingWrite write)
    {
        change.Conclude(write.HasWorked);
        (write as RowWrite)?.Stamp();
    }
}
