using LeadFilter.Core.Leads;
using LeadFilter.Core.Outcomes;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Outcomes;

/// <summary>
/// Takes the conversion of a lead from somebody who knows nothing but its id: neither the campaign nor when it was. A lead is
/// converted once this way.
/// </summary>
/// <param name="campaigns">The campaigns, any of which may have bought the lead.</param>
/// <param name="outcomes">Counts it.</param>
/// <param name="time">The clock.</param>
public sealed class ConvertLead(ICampaigns campaigns, RecordOutcomes outcomes, TimeProvider time)
{
    // Such feedback has no id of its own.
    private const string EventId = "feedback";

    /// <summary>Takes the conversion.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="cancellation">Gives up; it may be counted all the same.</param>
    /// <returns>Why it is not taken; null if it counts, now or before.</returns>
    /// <exception cref="StoreUnavailableException">A table is down. Tell it again.</exception>
    public async ValueTask<OutcomeRefusal?> RunAsync(LeadId lead, CancellationToken cancellation)
    {
        var told = new ToldOutcome(
            1, LeadReference.Of(lead), new(LeadEvent.Converted, time.GetUtcNow()) { Id = EventId }, Refusal: null);
        OutcomeRefusal? refusal = RecordOutcomes.UnknownLead;
        foreach (var campaign in campaigns.All)
        {
            refusal = (await outcomes.HandleAsync(campaign, [told], isTrying: false, cancellation))[0].Refusal;
            if (refusal != RecordOutcomes.UnknownLead)
            {
                break;
            }
        }

        return refusal;
    }
}
