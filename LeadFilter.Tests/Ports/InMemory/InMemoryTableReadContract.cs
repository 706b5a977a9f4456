namespace LeadFilter.Tests.Ports.InMemory;

[TestClass]
public sealed class InMemoryTableReadContract : TableReadContract
{
    protected override Task<TablesUnderTest> OpenAsync() => Task.FromResult<TablesUnderTest>(new InMemoryTablesUnderTest());
}
