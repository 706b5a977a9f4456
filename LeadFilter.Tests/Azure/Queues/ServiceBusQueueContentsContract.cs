using LeadFilter.Tests.Ports;

namespace LeadFilter.Tests.Azure.Queues;

[TestClass]
public sealed class ServiceBusQueueContentsContract : QueueContentsContract
{
    protected override Task<QueueUnderTest> OpenAsync() => ServiceBusQueueUnderTest.OpenAsync();
}
