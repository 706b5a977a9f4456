namespace LeadFilter.Tests.Ports.InMemory;

[TestClass]
public sealed class InMemoryLeadQueueContract : LeadQueueContract
{
    protected override Task<QueueUnderTest> OpenAsync() => Task.FromResult<QueueUnderTest>(new InMemoryQueueUnderTest());
}
