using LeadFilter.Tests.Ports;

namespace LeadFilter.Tests.Sqlite;

[TestClass]
public sealed class SqliteLeadQueueContract : LeadQueueContract
{
    protected override Task<QueueUnderTest> OpenAsync() => Task.FromResult<QueueUnderTest>(new SqliteQueueUnderTest());
}
