using System.Runtime.CompilerServices;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Decisions;

/// <summary>Reads several partitions of the log as one.</summary>
internal static class DecisionMerge
{
    /// <summary>The records of one hour's partitions, merged by time.</summary>
    /// <param name="table">The table.</param>
    /// <param name="partitions">The hour's partitions.</param>
    /// <param name="from">Only those received at or after this time; null for no limit.</param>
    /// <param name="to">Only those received before this time; null for no limit.</param>
    /// <param name="after">Only those older than this lead; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async IAsyncEnumerable<DecisionRecord> ReadAsync(
        ITable table,
        List<string> partitions,
        DateTimeOffset? from,
        DateTimeOffset? to,
        LeadId? after,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        // A cursor's row key with something behind it: the first key after it.
        var firstKey = after is { } last ? last.ToDescendingKey() + "!" : "";
        var heads = new PriorityQueue<IAsyncEnumerator<Row>, string>(StringComparer.Ordinal);
        var lastKey = "";
        try
        {
            // Two counts of shards that were used in the same hour name some partitions twice.
            foreach (var partition in partitions.Distinct())
            {
                await AdvanceAsync(table.QueryAsync(partition, firstKey, null, cancellation).GetAsyncEnumerator(cancellation));
            }

            while (heads.TryDequeue(out var rows, out _))
            {
                var row = rows.Current;
                await AdvanceAsync(rows);
                if (row.RowKey == lastKey)
                {
                    // Written again, when the pace was another one: it is in two shards.
                    continue;
                }

                lastKey = row.RowKey;
                var record = DecisionLog.Read(row);
                if ((to is null || record.ReceivedAt < to) && (from is null || record.ReceivedAt >= from))
                {
                    yield return record;
                }
            }
        }
        finally
        {
            foreach (var (rows, _) in heads.UnorderedItems)
            {
                await rows.DisposeAsync();
            }
        }

        async ValueTask AdvanceAsync(IAsyncEnumerator<Row> rows)
        {
            if (await rows.MoveNextAsync())
            {
                heads.Enqueue(rows, rows.Current.RowKey);
            }
            else
            {
                await rows.DisposeAsync();
            }
        }
    }
}
