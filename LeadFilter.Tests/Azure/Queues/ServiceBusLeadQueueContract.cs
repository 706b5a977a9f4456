using LeadFilter.Tests.Ports;

namespace LeadFilter.Tests.Azure.Queues;

[TestClass]
public sealed class ServiceBusLeadQueueContract : LeadQueueContract
{
    protected override Task<QueueUnderTest> OpenAsync() => ServiceBusQueueUnderTest.OpenAsync();
}
