using LeadFilter.Tests.Ports;

namespace LeadFilter.Tests.Sqlite;

[TestClass]
public sealed class SqliteTableContract : TableContract
{
    protected override Task<TablesUnderTest> OpenAsync() => Task.FromResult<TablesUnderTest>(new SqliteTablesUnderTest());
}
