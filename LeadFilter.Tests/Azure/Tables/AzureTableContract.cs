using LeadFilter.Tests.Ports;

namespace LeadFilter.Tests.Azure.Tables;

[TestClass]
public sealed class AzureTableContract : TableContract
{
    protected override Task<TablesUnderTest> OpenAsync() => AzureTablesUnderTest.OpenAsync();
}
