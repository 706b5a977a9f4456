#nullable disable
using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace LeadFilter.Tests.Azure.Tables;

/// <summary>A table that behaves as Azure documents it: ETags, 404, 409 and 412, the order of row keys, pages, limits.</summary>
internal sealed class InMemoryTableClient : TableClient
{
    private const int PageSize = 100;

    private readonly Lock gate = new();
    private readonly Dictionary<string, SortedDictionary<string, Stored>> partitions = new(StringComparer.Ordinal);
    private int lastTag;

    /// <summary>Whether it was made; else every call ends with 404 TableNotFound.</summary>
    public bool Exists { get; set; } = true;

    /// <summary>What every call throws instead of taking effect; null for none.</summary>
    public Func<Exception> Fault { get; set; }

    /// <summary>How many pages were read.</summary>
    public int PagesRead { get; private set; }

    /// <summary>How many rows there are.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return partitions.Values.Sum(rows => rows.Count);
            }
        }
    }

    public override Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default) => RunAsync<Response>(
        () =>
        {
            var rows = RowsOf(entity.PartitionKey);
            var stored = EntityLimits.Check((TableEntity)(object)entity);
            return rows.ContainsKey(entity.RowKey)
                ? throw new RequestFailedException(409, "Exists.", "EntityAlreadyExists", null)
                : Store(rows, entity.RowKey, stored);
        },
        cancellationToken);

    public override Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = default, CancellationToken cancellationToken = default) => RunAsync(
        () => RowsOf(partitionKey).TryGetValue(rowKey, out var stored)
            ? Response.FromValue(Read<T>(partitionKey, rowKey, stored), new FakeResponse(200, stored.Tag))
            : (NullableResponse<T>)new NoValueResponse<T>(),
        cancellationToken);

    public override Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) => RunAsync<Response>(
        () =>
        {
            Assert.AreEqual(TableUpdateMode.Replace, mode, "A row is replaced as a whole.");
            var rows = RowsOf(entity.PartitionKey);
            var stored = EntityLimits.Check((TableEntity)(object)entity);
            Match(rows.TryGetValue(entity.RowKey, out var old) ? old : throw Gone(), ifMatch);
            return Store(rows, entity.RowKey, stored);
        },
        cancellationToken);

    /// <summary>Of a row that is gone, the client gives the 404 back instead of throwing it.</summary>
    public override Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) => RunAsync<Response>(
        () =>
        {
            var rows = RowsOf(partitionKey);
            if (!rows.TryGetValue(rowKey, out var old))
            {
                return new FakeResponse(404);
            }

            Match(old, ifMatch);
            rows.Remove(rowKey);
            return new FakeResponse(204);
        },
        cancellationToken);

    public override AsyncPageable<T> QueryAsync<T>(
        string filter = default, int? maxPerPage = default, IEnumerable<string> select = default, CancellationToken cancellationToken = default)
    {
        if (RowPlace.TryParse(filter, out var start))
        {
            return new InMemoryPages<T>(
                after => ReadPage<T>(after is null ? start : RowPlace.FromToken(after)),
                entity => new RowPlace(entity.PartitionKey, entity.RowKey).ToToken(),
                PageSize,
                cancellationToken);
        }

        var range = RowKeyRange.Parse(filter);
        return new InMemoryPages<T>(after => ReadPage<T>(range, after), entity => entity.RowKey, PageSize, cancellationToken);
    }

    private static RequestFailedException Gone() => new(404, "Gone.", "ResourceNotFound", null);

    private static void Match(Stored old, ETag ifMatch)
    {
        if (ifMatch.ToString() != old.Tag)
        {
            throw new RequestFailedException(412, "Changed.", "UpdateConditionNotSatisfied", null);
        }
    }

    private static T Read<T>(string partitionKey, string rowKey, Stored stored)
    {
        var entity = new TableEntity(partitionKey, rowKey) { ETag = new(stored.Tag), Timestamp = DateTimeOffset.UnixEpoch };
        foreach (var (name, value) in stored.Values)
        {
            entity.Add(name, value);
        }

        return (T)(object)entity;
    }

    private async Task<T> RunAsync<T>(Func<T> call, CancellationToken cancellation)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            Fail();
            return call();
        }
    }

    private List<T> ReadPage<T>(RowKeyRange range, string after)
    {
        lock (gate)
        {
            Fail();
            PagesRead++;
            return
            [
                .. RowsOf(range.PartitionKey)
                    .Where(row => range.Holds(row.Key) && (after is null || string.CompareOrdinal(row.Key, after) > 0))
                    .Take(PageSize)
                    .Select(row => Read<T>(range.PartitionKey, row.Key, row.Value)),
            ];
        }
    }

    private List<T> ReadPage<T>(RowPlace after)
    {
        lock (gate)
        {
            Fail();
            PagesRead++;
            return
            [
                .. partitions.OrderBy(partition => partition.Key, StringComparer.Ordinal)
                    .SelectMany(partition => partition.Value.Select(row => (Place: new RowPlace(partition.Key, row.Key), row.Value)))
                    .Where(row => row.Place.IsAfter(after))
                    .Take(PageSize)
                    .Select(row => Read<T>(row.Place.PartitionKey, row.Place.RowKey, row.Value)),
            ];
        }
    }

    private void Fail()
    {
        if (Fault?.Invoke() is { } failure)
        {
            throw failure;
        }

        if (!Exists)
        {
            throw new RequestFailedException(404, "No table.", "TableNotFound", null);
        }
    }

    private SortedDictionary<string, Stored> RowsOf(string partitionKey)
    {
        if (!partitions.TryGetValue(partitionKey, out var rows))
        {
            partitions.Add(partitionKey, rows = new(StringComparer.Ordinal));
        }

        return rows;
    }

    private FakeResponse Store(SortedDictionary<string, Stored> rows, string rowKey, Dictionary<string, object> values)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"W/\"datetime'2026-11-22T18%3A00%3A09.{++lastTag:D7}Z'\"");
        rows[rowKey] = new(values, tag);
        return new FakeResponse(204, tag);
    }

    private sealed record Stored(Dictionary<string, object> Values, string Tag);
}
