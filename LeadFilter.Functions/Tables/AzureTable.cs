using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Functions.Tables;

/// <summary>
/// A table of Table Storage. The client itself repeats a call that got no answer: an insert, a replacement or a deletion of
/// ours that took effect before its answer was lost is then told as false, as if another had been first.
/// </summary>
/// <param name="name">The table's name.</param>
/// <param name="client">Talks to the table.</param>
internal sealed class AzureTable(string name, TableClient client) : ITable
{
    private const int NotFound = 404;
    private const int Conflict = 409;
    private const int PreconditionFailed = 412;
    private const string TableNotFound = nameof(TableNotFound);
    private const string TableBeingDeleted = nameof(TableBeingDeleted);

    /// <inheritdoc/>
    public async ValueTask<bool> TryInsertAsync(Row row, CancellationToken cancellation)
    {
        var entity = RowEntity.Write(row);
        try
        {
            row.ETag = TagOf(await client.AddEntityAsync(entity, cancellation));
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status == Conflict && failure.ErrorCode != TableBeingDeleted)
        {
            return false;
        }
        catch (Exception failure) when (TableFailure.Is(failure, cancellation))
        {
            throw TableFailure.Of(name, failure);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Row?> FindAsync(string partitionKey, string rowKey, CancellationToken cancellation)
    {
        var (partition, key) = (TableKey.Encode(partitionKey), TableKey.Encode(rowKey));
        try
        {
            var found = await client.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
            return found is { HasValue: true, Value: { } entity } ? RowEntity.Read(entity) : null;
        }
        catch (Exception failure) when (TableFailure.Is(failure, cancellation))
        {
            throw TableFailure.Of(name, failure);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryReplaceAsync(Row row, CancellationToken cancellation)
    {
        var (entity, tag) = (RowEntity.Write(row), ReadTagOf(row));
        try
        {
            row.ETag = TagOf(await client.UpdateEntityAsync(entity, tag, TableUpdateMode.Replace, cancellation));
            return true;
        }
        catch (RequestFailedException failure) when (IsChangedOrGone(failure))
        {
            return false;
        }
        catch (Exception failure) when (TableFailure.Is(failure, cancellation))
        {
            throw TableFailure.Of(name, failure);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryDeleteAsync(Row row, CancellationToken cancellation)
    {
        var (partition, key, tag) = (TableKey.Encode(row.PartitionKey), TableKey.Encode(row.RowKey), ReadTagOf(row));
        try
        {
            // The client does not throw when the entity is gone, but gives the answer back.
            var response = await client.DeleteEntityAsync(partition, key, tag, cancellation);
            return response.Status != NotFound;
        }
        catch (RequestFailedException failure) when (IsChangedOrGone(failure))
        {
            return false;
        }
        catch (Exception failure) when (TableFailure.Is(failure, cancellation))
        {
            throw TableFailure.Of(name, failure);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Row> QueryAsync(
        string partitionKey,
        string from,
        string? to,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in ReadAsync(FilterOf(partitionKey, from, to), cancellation))
        {
            yield return row;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Row> ScanAsync(string afterPartition, string afterRow, CancellationToken cancellation)
    {
        var (partition, row) = (TableKey.EncodePart(afterPartition), TableKey.EncodePart(afterRow));
        return ReadAsync(
            partition.Length == 0
                ? null
                : TableClient.CreateQueryFilter($"PartitionKey gt {partition} or (PartitionKey eq {partition} and RowKey gt {row})"),
            cancellation);
    }

    private async IAsyncEnumerable<Row> ReadAsync(string? filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var pages = client.QueryAsync<TableEntity>(filter, cancellationToken: cancellation);
        await using var entities = pages.GetAsyncEnumerator(cancellation);
        while (await MoveNextAsync(entities, cancellation))
        {
            yield return RowEntity.Read(entities.Current);
        }
    }

    private static string FilterOf(string partitionKey, string from, string? to)
    {
        var (partition, first, end) =
            (TableKey.EncodePart(partitionKey), TableKey.EncodePart(from), to is null ? null : TableKey.EncodePart(to));
        return (first.Length > 0, end is not null) switch
        {
            (true, true) => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {end}"),
            (true, false) => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first}"),
            (false, true) => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey lt {end}"),
            (false, false) => TableClient.CreateQueryFilter($"PartitionKey eq {partition}"),
        };
    }

    private static bool IsChangedOrGone(RequestFailedException failure) =>
        failure.Status == PreconditionFailed || (failure.Status == NotFound && failure.ErrorCode != TableNotFound);

    private static ETag ReadTagOf(Row row) =>
        new(row.ETag ?? throw new ArgumentException("The row was never read or written.", nameof(row)));

    private async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<TableEntity> entities, CancellationToken cancellation)
    {
        try
        {
            return await entities.MoveNextAsync();
        }
        catch (Exception failure) when (TableFailure.Is(failure, cancellation))
        {
            throw TableFailure.Of(name, failure);
        }
    }

    private string TagOf(Response response) =>
        response.Headers.ETag?.ToString("H")
        ?? throw new StoreUnavailableException($"Table {name} answered {response.Status} without an ETag.");
}
