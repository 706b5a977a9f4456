using System.Globalization;
using System.Runtime.CompilerServices;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Ports;

/// <summary>A table in memory.</summary>
/// <param name="name">Its name, as <see cref="PortCall.Port"/> gives it.</param>
/// <param name="fault">Makes calls fail or wait; null for none.</param>
internal sealed class InMemoryTable(string name, Fault? fault = null) : ITable
{
    private const int PageSize = 100;
    private const int MaxKeyLength = 512;
    private const int MaxProperties = 250;

    private readonly Lock gate = new();
    private readonly Dictionary<string, SortedDictionary<string, Row>> partitions = new(StringComparer.Ordinal);
    private long lastETag;

    /// <summary>Makes calls of this table alone fail or wait; null for none.</summary>
    public Fault? Fault { get; set; }

    /// <summary>Copies of all rows, ordered by partition key and row key.</summary>
    public IReadOnlyList<Row> Rows
    {
        get
        {
            lock (gate)
            {
                return
                [
                    .. partitions
                        .OrderBy(partition => partition.Key, StringComparer.Ordinal)
                        .SelectMany(partition => partition.Value.Values)
                        .Select(Copy),
                ];
            }
        }
    }

    public async ValueTask<bool> TryInsertAsync(Row row, CancellationToken cancellation)
    {
        Check(row);
        await StepAsync(nameof(TryInsertAsync), row.RowKey, false, cancellation);
        var inserted = Insert(row);
        await StepAsync(nameof(TryInsertAsync), row.RowKey, true, cancellation);
        return inserted;
    }

    public async ValueTask<Row?> FindAsync(string partitionKey, string rowKey, CancellationToken cancellation)
    {
        await StepAsync(nameof(FindAsync), rowKey, false, cancellation);
        Row? found;
        lock (gate)
        {
            found = Stored(partitionKey, rowKey) is { } row ? Copy(row) : null;
        }

        await StepAsync(nameof(FindAsync), rowKey, true, cancellation);
        return found;
    }

    public async ValueTask<bool> TryReplaceAsync(Row row, CancellationToken cancellation)
    {
        Check(row);
        await StepAsync(nameof(TryReplaceAsync), row.RowKey, false, cancellation);
        var replaced = Replace(row);
        await StepAsync(nameof(TryReplaceAsync), row.RowKey, true, cancellation);
        return replaced;
    }

    public async ValueTask<bool> TryDeleteAsync(Row row, CancellationToken cancellation)
    {
        await StepAsync(nameof(TryDeleteAsync), row.RowKey, false, cancellation);
        var deleted = false;
        lock (gate)
        {
            if (IsUnchanged(row))
            {
                deleted = partitions[row.PartitionKey].Remove(row.RowKey);
            }
        }

        await StepAsync(nameof(TryDeleteAsync), row.RowKey, true, cancellation);
        return deleted;
    }

    public async IAsyncEnumerable<Row> QueryAsync(
        string partitionKey,
        string from,
        string? to,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var start = from;
        Row[] page;
        do
        {
            await StepAsync(nameof(QueryAsync), partitionKey, false, cancellation);
            page = ReadPage(partitionKey, start, to);
            await StepAsync(nameof(QueryAsync), partitionKey, true, cancellation);
            foreach (var row in page)
            {
                // The least key that is greater than the row's.
                start = row.RowKey + '\0';
                yield return row;
            }
        }
        while (page.Length == PageSize);
    }

    private static void Check(Row row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.PartitionKey.Length is 0 or > MaxKeyLength || row.RowKey.Length is 0 or > MaxKeyLength)
        {
            throw new ArgumentException($"A key has 1 to {MaxKeyLength} characters.", nameof(row));
        }

        if (row.Properties.Count > MaxProperties)
        {
            throw new ArgumentException($"A row has at most {MaxProperties} properties.", nameof(row));
        }
    }

    private static Row Copy(Row row)
    {
        var copy = new Row(row.PartitionKey, row.RowKey) { ETag = row.ETag };
        foreach (var (property, value) in row.Properties)
        {
            copy.Set(property, value);
        }

        return copy;
    }

    private bool Insert(Row row)
    {
        lock (gate)
        {
            if (!partitions.TryGetValue(row.PartitionKey, out var rows))
            {
                partitions.Add(row.PartitionKey, rows = new(StringComparer.Ordinal));
            }

            if (rows.ContainsKey(row.RowKey))
            {
                return false;
            }

            row.ETag = NextETag();
            rows.Add(row.RowKey, Copy(row));
            return true;
        }
    }

    private bool Replace(Row row)
    {
        lock (gate)
        {
            if (!IsUnchanged(row))
            {
                return false;
            }

            row.ETag = NextETag();
            partitions[row.PartitionKey][row.RowKey] = Copy(row);
            return true;
        }
    }

    private Row[] ReadPage(string partitionKey, string from, string? to)
    {
        lock (gate)
        {
            return partitions.TryGetValue(partitionKey, out var rows)
                ?
                [
                    .. rows
                        .SkipWhile(row => string.CompareOrdinal(row.Key, from) < 0)
                        .TakeWhile(row => to is null || string.CompareOrdinal(row.Key, to) < 0)
                        .Take(PageSize)
                        .Select(row => Copy(row.Value)),
                ]
                : [];
        }
    }

    private bool IsUnchanged(Row row) => row.ETag is not null && Stored(row.PartitionKey, row.RowKey)?.ETag == row.ETag;

    private Row? Stored(string partitionKey, string rowKey) =>
        partitions.TryGetValue(partitionKey, out var rows) ? rows.GetValueOrDefault(rowKey) : null;

    private string NextETag() => (++lastETag).ToString(CultureInfo.InvariantCulture);

    private async ValueTask StepAsync(string operation, string key, bool tookEffect, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var call = new PortCall(name, operation, key, tookEffect);
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
