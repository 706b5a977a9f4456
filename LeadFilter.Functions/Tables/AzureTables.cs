using System.Collections.Frozen;
using Azure.Data.Tables;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Functions.Tables;

/// <summary>The tables of a storage account.</summary>
/// <param name="service">Talks to the account.</param>
internal sealed class AzureTables(TableServiceClient service) : ITables
{
    private readonly FrozenDictionary<string, AzureTable> tables =
        TableNames.All.ToFrozenDictionary(name => name, name => new AzureTable(name, service.GetTableClient(name)));

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    public ITable this[string name] =>
        tables.TryGetValue(name, out var table) ? table : throw new ArgumentException($"There is no table {name}.", nameof(name));

    /// <summary>Makes the tables that do not exist.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The account did not answer, or refused.</exception>
    public Task CreateAsync(CancellationToken cancellation) => Task.WhenAll(TableNames.All.Select(name => CreateAsync(name, cancellation)));

    private async Task CreateAsync(string name, CancellationToken cancellation)
    {
        try
        {
            await service.CreateTableIfNotExistsAsync(name, cancellation);
        }
        catch (Exception failure) when (TableFailure.Is(failure, cancellation))
        {
            throw TableFailure.Of(name, failure);
        }
    }
}
