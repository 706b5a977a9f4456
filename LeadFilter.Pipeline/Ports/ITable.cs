namespace LeadFilter.Pipeline.Ports;

/// <summary>
/// A table of rows with Table Storage's semantics. Keys are compared ordinally; within a partition, rows are ordered by
/// row key. A write is durable when its call returns. Any call may throw <see cref="StoreUnavailableException"/>;
/// a write that threw may have taken effect all the same.
/// </summary>
public interface ITable
{
    /// <summary>Inserts a row unless its key is taken.</summary>
    /// <param name="row">The row; its <see cref="Row.ETag"/> is set on success.</param>
    /// <param name="cancellation">Gives up waiting; the insert may still happen.</param>
    /// <returns>False if a row with this key exists; it is not changed.</returns>
    ValueTask<bool> TryInsertAsync(Row row, CancellationToken cancellation);

    /// <summary>Finds a row by its key.</summary>
    /// <param name="partitionKey">The partition key.</param>
    /// <param name="rowKey">The row key.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The row with its ETag, or null.</returns>
    ValueTask<Row?> FindAsync(string partitionKey, string rowKey, CancellationToken cancellation);

    /// <summary>Replaces a row, all its properties, if it has not changed since it was read.</summary>
    /// <param name="row">The row with the ETag under which it was read; it gets the new ETag on success.</param>
    /// <param name="cancellation">Gives up waiting; the replacement may still happen.</param>
    /// <returns>False if the row has changed or is gone.</returns>
    ValueTask<bool> TryReplaceAsync(Row row, CancellationToken cancellation);

    /// <summary>Deletes a row if it has not changed since it was read.</summary>
    /// <param name="row">The row with the ETag under which it was read or written.</param>
    /// <param name="cancellation">Gives up waiting; the deletion may still happen.</param>
    /// <returns>False if the row has changed or is gone.</returns>
    ValueTask<bool> TryDeleteAsync(Row row, CancellationToken cancellation);

    /// <summary>Reads rows of one partition in the order of their row keys, page by page as the caller goes on.</summary>
    /// <param name="partitionKey">The partition key.</param>
    /// <param name="from">The first row key, inclusive; empty for the start.</param>
    /// <param name="to">The end, exclusive; null for no end.</param>
    /// <param name="cancellation">Gives up.</param>
    IAsyncEnumerable<Row> QueryAsync(string partitionKey, string from, string? to, CancellationToken cancellation);

    /// <summary>
    /// Reads the rows of all partitions, page by page as the caller goes on, in the order of partition keys and row keys. A row
    /// that comes or goes meanwhile may be read or not. For upkeep: it reads everything there is.
    /// </summary>
    /// <param name="afterPartition">The partition key of the row after which to begin; empty for the start of the table.</param>
    /// <param name="afterRow">The row key of that row; it need not be there any more.</param>
    /// <param name="cancellation">Gives up.</param>
    IAsyncEnumerable<Row> ScanAsync(string afterPartition, string afterRow, CancellationToken cancellation);
}
