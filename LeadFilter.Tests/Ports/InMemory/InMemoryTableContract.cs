namespace LeadFilter.Tests.Ports.InMemory;

[TestClass]
public sealed class InMemoryTableContract : TableContract
{
    protected override Task<TablesUnderTest> OpenAsync() => Task.FromResult<TablesUnderTest>(new InMemoryTablesUnderTest());
}
