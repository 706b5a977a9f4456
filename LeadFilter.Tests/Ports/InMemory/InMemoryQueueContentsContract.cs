namespace LeadFilter.Tests.Ports.InMemory;

[TestClass]
public sealed class InMemoryQueueContentsContract : QueueContentsContract
{
    protected override Task<QueueUnderTest> OpenAsync() => Task.FromResult<QueueUnderTest>(new InMemoryQueueUnderTest());
}
