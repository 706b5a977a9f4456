using LeadFilter.Tests.Ports;

namespace LeadFilter.Tests.Azure.Tables;

[TestClass]
public sealed class AzureTableReadContract : TableReadContract
{
    protected override Task<TablesUnderTest> OpenAsync() => AzureTablesUnderTest.OpenAsync();
}
