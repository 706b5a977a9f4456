using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Faults.Checking;
using LeadFilter.Tests.Ports;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults.Calls;

/// <summary>A CRM whose calls are steps, too: it fails before or after it has taken a lead.</summary>
/// <param name="step">Called before and after it takes a lead.</param>
/// <param name="history">Gets what it takes.</param>
/// <param name="personOf">Whom a vendor's lead is about, by its fields.</param>
internal sealed class StepCrm(Fault step, History history, Func<LeadMessage, string> personOf) : IConnector
{
    public async Task<DeliveryResult> DeliverAsync(LeadMessage message, Lead lead, DeliveryPlan plan, CancellationToken cancellation)
    {
        var id = message.Id.ToString();
        try
        {
            await step(new("CRM", nameof(DeliverAsync), id, false));
            history.Add(new Taken(id, id, message.Vendor.ToString(), personOf(message), message.Price.Amount));
            await step(new("CRM", nameof(DeliverAsync), id, true));
            return DeliveryResult.Done(200, $"crm-{id}");
        }
        catch (StoreUnavailableException)
        {
            return DeliveryResult.Later(DeliveryReasons.CrmError, "The CRM answered 500.");
        }
    }
}
