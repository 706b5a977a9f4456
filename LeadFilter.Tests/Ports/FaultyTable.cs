using System.Runtime.CompilerServices;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;

namespace LeadFilter.Tests.Ports;

/// <summary>A table in memory that fails on demand.</summary>
/// <param name="name">Its name, as <see cref="PortCall.Port"/> gives it.</param>
/// <param name="inner">The table.</param>
/// <param name="fault">Makes calls fail or wait; null for none.</param>
internal sealed class FaultyTable(string name, InMemoryTable inner, Fault? fault = null) : ITable
{
    /// <summary>Makes calls of this table alone fail or wait; null for none.</summary>
    public Fault? Fault { get; set; }

    /// <summary>Copies of all rows, ordered by partition key and row key.</summary>
    public IReadOnlyList<Row> Rows => inner.Rows;

    public ValueTask<bool> TryInsertAsync(Row row, CancellationToken cancellation) =>
        CallAsync(nameof(TryInsertAsync), row.RowKey, () => inner.TryInsertAsync(row, cancellation), cancellation);

    public ValueTask<Row?> FindAsync(string partitionKey, string rowKey, CancellationToken cancellation) =>
        CallAsync(nameof(FindAsync), rowKey, () => inner.FindAsync(partitionKey, rowKey, cancellation), cancellation);

    public ValueTask<bool> TryReplaceAsync(Row row, CancellationToken cancellation) =>
        CallAsync(nameof(TryReplaceAsync), row.RowKey, () => inner.TryReplaceAsync(row, cancellation), cancellation);

    public ValueTask<bool> TryDeleteAsync(Row row, CancellationToken cancellation) =>
        CallAsync(nameof(TryDeleteAsync), row.RowKey, () => inner.TryDeleteAsync(row, cancellation), cancellation);

    /// <summary>Every page is a call.</summary>
    public async IAsyncEnumerable<Row> QueryAsync(
        string partitionKey, string from, string? to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var start = from;
        List<Row> page;
        do
        {
            var first = start;
            page = await CallAsync(
                nameof(QueryAsync),
                partitionKey,
                () => inner.QueryAsync(partitionKey, first, to, cancellation).Take(InMemoryTable.PageSize).ToListAsync(cancellation),
                cancellation);
            foreach (var row in page)
            {
                start = row.RowKey + '\0';
                yield return row;
            }
        }
        while (page.Count == InMemoryTable.PageSize);
    }

    /// <summary>Every page is a call.</summary>
    public async IAsyncEnumerable<Row> ScanAsync(
        string afterPartition, string afterRow, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<Row> page;
        do
        {
            var (partition, row) = (afterPartition, afterRow);
            page = await CallAsync(
                nameof(ScanAsync),
                partition,
                () => inner.ScanAsync(partition, row, cancellation).Take(InMemoryTable.PageSize).ToListAsync(cancellation),
                cancellation);
            foreach (var found in page)
            {
                (afterPartition, afterRow) = (found.PartitionKey, found.RowKey);
                yield return found;
            }
        }
        while (page.Count == InMemoryTable.PageSize);
    }

    private async ValueTask<T> CallAsync<T>(string operation, string key, Func<ValueTask<T>> call, CancellationToken cancellation)
    {
        await StepAsync(new(name, operation, key, false), cancellation);
        var result = await call();
        await StepAsync(new(name, operation, key, true), cancellation);
        return result;
    }

    private async ValueTask StepAsync(PortCall call, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (fault is not null)
        {
            await fault(call);
        }

        if (Fault is { } own)
        {
            await own(call);
        }
    }
}
