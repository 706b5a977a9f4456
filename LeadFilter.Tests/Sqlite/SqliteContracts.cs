using LeadFilter.Tests.Ports;

namespace LeadFilter.Tests.Sqlite;

[TestClass]
public sealed class SqliteTableContract : TableContract
{
    protected override Task<TablesUnderTest> OpenAsync() => Task.FromResult<TablesUnderTest>(new SqliteTablesUnderTest());
}

[TestClass]
public sealed class SqliteTableReadContract : TableReadContract
{
    protected override Task<TablesUnderTest> OpenAsync() => Task.FromResult<TablesUnderTest>(new SqliteTablesUnderTest());
}

[TestClass]
public sealed class SqliteLeadQueueContract : LeadQueueContract
{
    protected override Task<QueueUnderTest> OpenAsync() => Task.FromResult<QueueUnderTest>(new SqliteQueueUnderTest());
}

[TestClass]
public sealed class SqliteDeadLettersContract : DeadLettersContract
{
    protected override Task<QueueUnderTest> OpenAsync() => Task.FromResult<QueueUnderTest>(new SqliteQueueUnderTest());
}
