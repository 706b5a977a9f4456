using System.Globalization;

namespace Azure.Data.Tables;

public class TableClient
{
    protected TableClient()
    {
    }

    public virtual string Name => throw new NotSupportedException("stand-in");

    /// <summary>The one member with behaviour: a filter with its texts quoted, as OData asks.</summary>
    public static string CreateQueryFilter(FormattableString filter) => string.Format(
        CultureInfo.InvariantCulture,
        filter.Format,
        [.. filter.GetArguments().Select(argument => $"'{((string)argument!).Replace("'", "''", StringComparison.Ordinal)}'")]);

    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity => throw new NotSupportedException("stand-in");

    public virtual Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = default, CancellationToken cancellationToken = default)
        where T : class, ITableEntity => throw new NotSupportedException("stand-in");

    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity => throw new NotSupportedException("stand-in");

    public virtual Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) => throw new NotSupportedException("stand-in");

    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = default, int? maxPerPage = default, IEnumerable<string>? select = default, CancellationToken cancellationToken = default)
        where T : class, ITableEntity => throw new NotSupportedException("stand-in");
}
