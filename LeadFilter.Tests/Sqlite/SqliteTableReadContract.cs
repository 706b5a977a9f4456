using LeadFilter.Tests.Ports;

namespace LeadFilter.Tests.Sqlite;

[TestClass]
public sealed class SqliteTableReadContract : TableReadContract
{
    protected override Task<TablesUnderTest> OpenAsync() => Task.FromResult<TablesUnderTest>(new SqliteTablesUnderTest());
}
