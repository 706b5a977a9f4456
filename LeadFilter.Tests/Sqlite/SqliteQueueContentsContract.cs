using LeadFilter.Tests.Ports;

namespace LeadFilter.Tests.Sqlite;

[TestClass]
public sealed class SqliteQueueContentsContract : QueueContentsContract
{
    protected override Task<QueueUnderTest> OpenAsync() => Task.FromResult<QueueUnderTest>(new SqliteQueueUnderTest());
}
