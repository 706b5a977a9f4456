using Azure.Data.Tables;
using LeadFilter.Functions.Tables;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Ports;

namespace LeadFilter.Tests.Azure.Tables;

/// <summary>
/// Fresh tables in the account that the environment variable LEADFILTER_TEST_TABLES gives a connection string to, such as
/// UseDevelopmentStorage=true for Azurite. Without it, its tests are inconclusive.
/// </summary>
internal sealed class AzuriteTablesUnderTest : TablesUnderTest, ITables
{
    private const string SettingName = "LEADFILTER_TEST_TABLES";

    private readonly Dictionary<string, AzureTable> tables = new(StringComparer.Ordinal);

    public override ITables Tables => this;

    public ITable this[string name] => tables[name];

    public static async Task<TablesUnderTest> OpenAsync()
    {
        if (Environment.GetEnvironmentVariable(SettingName) is not { Length: > 0 } connectionString)
        {
            throw new AssertInconclusiveException($"{SettingName} is not set.");
        }

        var opened = new AzuriteTablesUnderTest();
        var service = new TableServiceClient(connectionString);
        foreach (var name in TableNames.All)
        {
            var unique = name + System.Security.Cryptography.RandomNumberGenerator.GetHexString(16);
            await service.CreateTableIfNotExistsAsync(unique);
            opened.tables.Add(name, new AzureTable(name, service.GetTableClient(unique)));
        }

        return opened;
    }

    public override ValueTask DisposeAsync() => default;
}
