using System.Globalization;
using System.Runtime.CompilerServices;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite.Connections;
using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Tables;

/// <summary>
/// A table in the data folder's SQLite file. An ETag is the row's version, a number that is never given twice.
/// In texts and keys a lone surrogate, which UTF-8 cannot express, is stored as U+FFFD.
/// </summary>
/// <param name="name">Its name: letters and digits.</param>
/// <param name="writer">Makes changes.</param>
/// <param name="readers">Read.</param>
internal sealed class SqliteTable(string name, Writer writer, ReadConnections readers) : ITable
{
    private const int MaxKeyLength = 512;
    private const int PageSize = 256;
    private const long NoVersion = -1;

    private readonly TableSql sql = new(name);

    /// <inheritdoc/>
    public ValueTask<bool> TryInsertAsync(Row row, CancellationToken cancellation) => RunAsync(Inserting(row), cancellation);

    /// <inheritdoc/>
    public ValueTask<Row?> FindAsync(string partitionKey, string rowKey, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<Row?>(cancellation);
        }

        try
        {
            return new(readers.Read((sql, partitionKey, rowKey), static (connection, key) => Find(connection, key)));
        }
        catch (StoreUnavailableException failure)
        {
            return ValueTask.FromException<Row?>(failure);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryReplaceAsync(Row row, CancellationToken cancellation) => RunAsync(Replacing(row), cancellation);

    /// <inheritdoc/>
    public async ValueTask<bool> TryDeleteAsync(Row row, CancellationToken cancellation) =>
        await writer.RunAsync(new DeleteRow(sql, row, VersionOf(row)), cancellation);

    /// <summary>The write that inserts a row.</summary>
    /// <param name="row">The row.</param>
    public InsertRow Inserting(Row row)
    {
        Validate(row);
        return new(sql, row, RowProperties.Write(row));
    }

    /// <summary>The write that replaces a row.</summary>
    /// <param name="row">The row.</param>
    public ReplaceRow Replacing(Row row)
    {
        Validate(row);
        return new(sql, row, VersionOf(row), RowProperties.Write(row));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Row> QueryAsync(
        string partitionKey,
        string from,
        string? to,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var page = readers.Read((sql, partitionKey, from, to), static (connection, range) => ReadPage(connection, range));
            foreach (var row in page)
            {
                yield return row;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            // The least key after the last one. A page is its own snapshot, so that a slow caller holds up no checkpoint.
            from = page[^1].RowKey + '\0';
            await Task.Yield();
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Row> ScanAsync(
        string afterPartition,
        string afterRow,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<Row> page;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            page = readers.Read((sql, afterPartition, afterRow), static (connection, place) => ReadPageAfter(connection, place));
            foreach (var row in page)
            {
                (afterPartition, afterRow) = (row.PartitionKey, row.RowKey);
                yield return row;
            }

            await Task.Yield();
        }
        while (page.Count == PageSize);
    }

    private static Row? Find(Connection connection, (TableSql Sql, string Partition, string Row) key)
    {
        var found = connection.Prepare(key.Sql.Find).Bind(1, key.Partition).Bind(2, key.Row);
        try
        {
            return found.Next() ? ReadRow(found, key.Partition, key.Row) : null;
        }
        finally
        {
            found.Reset();
        }
    }

    private static List<Row> ReadPage(Connection connection, (TableSql Sql, string Partition, string From, string? To) range)
    {
        var rows = connection.Prepare(range.To is null ? range.Sql.From : range.Sql.Between)
            .Bind(1, range.Partition)
            .Bind(2, range.From)
            .Bind(3, PageSize);
        if (range.To is not null)
        {
            rows.Bind(4, range.To);
        }

        var page = new List<Row>();
        try
        {
            while (rows.Next())
            {
                page.Add(ReadRow(rows, range.Partition, rows.Text(2)));
            }
        }
        finally
        {
            rows.Reset();
        }

        return page;
    }

    private static List<Row> ReadPageAfter(Connection connection, (TableSql Sql, string Partition, string Row) place)
    {
        var rows = connection.Prepare(place.Sql.After).Bind(1, place.Partition).Bind(2, place.Row).Bind(3, PageSize);
        var page = new List<Row>();
        try
        {
            while (rows.Next())
            {
                page.Add(ReadRow(rows, rows.Text(3), rows.Text(2)));
            }
        }
        finally
        {
            rows.Reset();
        }

        return page;
    }

    private static Row ReadRow(Statement found, string partitionKey, string rowKey)
    {
        var row = new Row(partitionKey, rowKey) { ETag = found.Number(0).ToString(CultureInfo.InvariantCulture) };
        RowProperties.Read(found.Bytes(1), row);
        return row;
    }

    private async ValueTask<bool> RunAsync(RowWrite write, CancellationToken cancellation)
    {
        await writer.RunAsync(write, cancellation);
        return write.Stamp();
    }

    // An ETag of another store is of no version that there ever was.
    private static long VersionOf(Row row) => row.ETag is null
        ? throw new ArgumentException("The row was never read or written.", nameof(row))
        : long.TryParse(row.ETag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : NoVersion;

    private static void Validate(Row row)
    {
        if (row.PartitionKey.Length is 0 or > MaxKeyLength || row.RowKey.Length is 0 or > MaxKeyLength)
        {
            throw new ArgumentException($"A key has 1 to {MaxKeyLength} characters.", nameof(row));
        }
    }
}
