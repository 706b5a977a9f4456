using System.Security.Cryptography;
using Azure.Data.Tables;
using LeadFilter.Functions.Tables;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Ports;

namespace LeadFilter.Tests.Azure.Tables;

/// <summary>Fresh tables in the account of <see cref="Azurite"/>.</summary>
internal sealed class AzuriteTablesUnderTest : TablesUnderTest, ITables
{
    private readonly Dictionary<string, AzureTable> tables = new(StringComparer.Ordinal);

    public override ITables Tables => this;

    public ITable this[string name] => tables[name];

    public static async Task<TablesUnderTest> OpenAsync()
    {
        var opened = new AzuriteTablesUnderTest();
        var service = new TableServiceClient(await Azurite.ConnectAsync());
        foreach (var name in TableNames.All)
        {
            var unique = name + RandomNumberGenerator.GetHexString(16);
            await service.CreateTableIfNotExistsAsync(unique);
            opened.tables.Add(name, new AzureTable(name, service.GetTableClient(unique)));
        }

        return opened;
    }

    public override ValueTask DisposeAsync() => default;
}
