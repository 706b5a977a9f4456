using LeadFilter.Functions.Tables;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Ports;

namespace LeadFilter.Tests.Azure.Tables;

/// <summary>The tables of a fresh account in memory.</summary>
internal sealed class AzureTablesUnderTest(AzureTables tables) : TablesUnderTest
{
    public override ITables Tables => tables;

    public static async Task<TablesUnderTest> OpenAsync()
    {
        var tables = new AzureTables(new InMemoryTableService());
        await tables.CreateAsync(CancellationToken.None);
        return new AzureTablesUnderTest(tables);
    }

    public override ValueTask DisposeAsync() => default;
}
