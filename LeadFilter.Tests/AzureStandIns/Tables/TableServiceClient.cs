using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

public class TableServiceClient
{
    public TableServiceClient(string connectionString)
    {
    }

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = default)
    {
    }

    protected TableServiceClient()
    {
    }

    public virtual TableClient GetTableClient(string tableName) => throw new NotSupportedException("stand-in");

    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("stand-in");
}
