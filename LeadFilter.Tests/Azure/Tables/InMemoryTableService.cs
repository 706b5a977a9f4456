#nullable disable
using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace LeadFilter.Tests.Azure.Tables;

/// <summary>A storage account without tables.</summary>
internal sealed class InMemoryTableService : TableServiceClient
{
    private readonly ConcurrentDictionary<string, InMemoryTableClient> tables = new(StringComparer.Ordinal);

    /// <summary>What making a table throws instead; null for none.</summary>
    public Exception Fault { get; set; }

    public InMemoryTableClient this[string name] => tables.GetOrAdd(name, _ => new() { Exists = false });

    public override TableClient GetTableClient(string tableName) => this[tableName];

    public override Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default)
    {
        if (Fault is not null)
        {
            return Task.FromException<Response<TableItem>>(Fault);
        }

        this[tableName].Exists = true;
        return Task.FromResult(Response.FromValue<TableItem>(null, new FakeResponse(204)));
    }
}
