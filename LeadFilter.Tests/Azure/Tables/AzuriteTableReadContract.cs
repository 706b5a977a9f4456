using LeadFilter.Tests.Ports;

namespace LeadFilter.Tests.Azure.Tables;

[TestClass]
public sealed class AzuriteTableReadContract : TableReadContract
{
    protected override Task<TablesUnderTest> OpenAsync() => AzuriteTablesUnderTest.OpenAsync();
}
