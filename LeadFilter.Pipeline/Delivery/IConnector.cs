using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;

namespace LeadFilter.Pipeline.Delivery;

/// <summary>Hands leads over to one kind of CRM. Thread-safe.</summary>
public interface IConnector
{
    /// <summary>
    /// Tries to hand a lead over. It may be called again for the same lead, also after it was taken: the lead's id is the key
    /// by which the CRM recognizes that.
    /// </summary>
    /// <param name="message">The lead as bought.</param>
    /// <param name="lead">Its fields, read with the campaign's layout of now.</param>
    /// <param name="plan">Where and how.</param>
    /// <param name="cancellation">Gives up; the CRM may have taken the lead all the same.</param>
    /// <returns>What came of it. Whatever a CRM or a network does is a result, not an exception.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Task<DeliveryResult> DeliverAsync(LeadMessage message, Lead lead, DeliveryPlan plan, CancellationToken cancellation);

    /// <summary>Until when a campaign's CRM is left alone, because too many calls failed.</summary>
    /// <param name="plan">Where the campaign delivers.</param>
    /// <returns>Null if it is not, or nobody knows.</returns>
    DateTimeOffset? PausedUntil(DeliveryPlan plan) => null;
}
