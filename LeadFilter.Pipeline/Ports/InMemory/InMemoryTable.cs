using System.Globalization;
using System.Runtime.CompilerServices;

namespace LeadFilter.Pipeline.Ports.InMemory;

/// <summary>
/// A table in memory, with the semantics of <see cref="ITable"/>. Safe for use by many threads. It never throws
/// <see cref="StoreUnavailableException"/>.
/// </summary>
public sealed class InMemoryTable : ITable
{
    /// <summary>How many rows a query reads at once; what changes after that is seen by its next page.</summary>
    public const int PageSize = 100;

    private const int MaxKeyLength = 512;
    private const int MaxProperties = 250;

    private static readonly Comparer<Row> ByRowKey =
        Comparer<Row>.Create(static (one, other) => string.CompareOrdinal(one.RowKey, other.RowKey));

    private readonly Lock gate;
    private readonly Dictionary<string, SortedSet<Row>> partitions = new(StringComparer.Ordinal);
    private long lastETag;

    /// <summary>Makes a table by itself.</summary>
    public InMemoryTable()
        : this(new())
    {
    }

    /// <summary>Makes one of several tables.</summary>
    /// <param name="gate">Whoever holds it reads and changes them alone.</param>
    internal InMemoryTable(Lock gate) => this.gate = gate;

    /// <summary>Copies of all rows, ordered by partition key and row key.</summary>
    public IReadOnlyList<Row> Rows
    {
        get
        {
            lock (gate)
            {
                var inOrder = partitions.OrderBy(static partition => partition.Key, StringComparer.Ordinal);
                return [.. inOrder.SelectMany(static partition => partition.Value).Select(Copy)];
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryInsertAsync(Row row, CancellationToken cancellation)
    {
        Check(row);
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (Stored(row.PartitionKey, row.RowKey) is not null)
            {
                return new(false);
            }

            Put(row);
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<Row?> FindAsync(string partitionKey, string rowKey, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            return new(Stored(partitionKey, rowKey) is { } row ? Copy(row) : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryReplaceAsync(Row row, CancellationToken cancellation)
    {
        Check(row);
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (UnchangedOf(row) is null)
            {
                return new(false);
            }

            Put(row);
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryDeleteAsync(Row row, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(row);
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            return new(UnchangedOf(row) is { } stored && partitions[row.PartitionKey].Remove(stored));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Row> QueryAsync(
        string partitionKey, string from, string? to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var start = from;
        Row[] page;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            page = ReadPage(partitionKey, start, to);
            foreach (var row in page)
            {
                // The least key that is greater than the row's.
                start = row.RowKey + '\0';
                yield return row;
            }
        }
        while (page.Length == PageSize);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Row> ScanAsync(
        string afterPartition, string afterRow, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string[] following;
        lock (gate)
        {
            following =
            [
                .. partitions.Keys.Where(key => string.CompareOrdinal(key, afterPartition) >= 0).Order(StringComparer.Ordinal),
            ];
        }

        foreach (var partition in following)
        {
            // The least key that is greater than the row's.
            await foreach (var row in QueryAsync(partition, partition == afterPartition ? afterRow + '\0' : "", null, cancellation))
            {
                yield return row;
            }
        }
    }

    /// <summary>Whether a change of a row would be made now.</summary>
    /// <param name="row">The row.</param>
    /// <param name="replaces">Whether it is to be replaced; otherwise it is to be inserted.</param>
    internal bool Takes(Row row, bool replaces)
    {
        Check(row);
        lock (gate)
        {
            return replaces ? UnchangedOf(row) is not null : Stored(row.PartitionKey, row.RowKey) is null;
        }
    }

    /// <summary>Puts a row where its key is, whatever stands there.</summary>
    /// <param name="row">The row.</param>
    internal void Put(Row row)
    {
        lock (gate)
        {
            if (!partitions.TryGetValue(row.PartitionKey, out var rows))
            {
                partitions.Add(row.PartitionKey, rows = new(ByRowKey));
            }

            rows.Remove(row);
            row.ETag = NextETag();
            rows.Add(Copy(row));
        }
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

    private Row[] ReadPage(string partitionKey, string from, string? to)
    {
        lock (gate)
        {
            // A view must not end before it begins.
            return partitions.TryGetValue(partitionKey, out var rows)
                && rows.Max is { } last && string.CompareOrdinal(from, last.RowKey) <= 0
                ?
                [
                    .. rows.GetViewBetween(new(partitionKey, from), last)
                        .TakeWhile(row => to is null || string.CompareOrdinal(row.RowKey, to) < 0)
                        .Take(PageSize)
                        .Select(Copy),
                ]
                : [];
        }
    }

    private Row? UnchangedOf(Row row) =>
        row.ETag is not null && Stored(row.PartitionKey, row.RowKey) is { } stored && stored.ETag == row.ETag ? stored : null;

    private Row? Stored(string partitionKey, string rowKey) =>
        partitions.TryGetValue(partitionKey, out var rows) && rows.TryGetValue(new(partitionKey, rowKey), out var row) ? row : null;

    private string NextETag() => (++lastETag).ToString(CultureInfo.InvariantCulture);
}
