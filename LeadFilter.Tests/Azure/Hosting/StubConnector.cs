using System.Collections.Concurrent;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Delivery;

namespace LeadFilter.Tests.Azure.Hosting;

/// <summary>A CRM that answers what the test says.</summary>
internal sealed class StubConnector : IConnector
{
    /// <summary>What it answers.</summary>
    public Func<CancellationToken, Task<DeliveryResult>> Answer { get; set; } = _ => Task.FromResult(DeliveryResult.Done(201, "crm-1"));

    /// <summary>The leads that it was called with.</summary>
    public ConcurrentQueue<LeadId> Calls { get; } = [];

    public Task<DeliveryResult> DeliverAsync(LeadMessage message, Lead lead, DeliveryPlan plan, CancellationToken cancellation)
    {
        Calls.Enqueue(message.Id);
        return Answer(cancellation);
    }
}
