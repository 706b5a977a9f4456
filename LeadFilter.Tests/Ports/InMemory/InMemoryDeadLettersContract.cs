namespace LeadFilter.Tests.Ports.InMemory;

[TestClass]
public sealed class InMemoryDeadLettersContract : DeadLettersContract
{
    protected override Task<QueueUnderTest> OpenAsync() => Task.FromResult<QueueUnderTest>(new InMemoryQueueUnderTest());
}
