using LeadFilter.Tests.Ports;

namespace LeadFilter.Tests.Azure.Tables;

[TestClass]
public sealed class AzuriteTableContract : TableContract
{
    protected override Task<TablesUnderTest> OpenAsync() => AzuriteTablesUnderTest.OpenAsync();
}
