using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;

namespace LeadFilter.Pipeline.Lookups;

/// <summary>Something that knows more about a lead than the lead says: suppression lists, checks by third parties.</summary>
public interface IFactSource
{
    /// <summary>Whether a campaign asks it.</summary>
    /// <param name="campaign">The campaign.</param>
    bool IsAskedBy(Campaign campaign);

    /// <summary>
    /// Looks a lead up. Sources are asked side by side. Asking changes nothing, and may be repeated when a request died.
    /// </summary>
    /// <param name="campaign">A campaign that asks it.</param>
    /// <param name="lead">The lead, which the screen has passed.</param>
    /// <param name="facts">Where to put what is found: values of fields that the campaign's layout knows as looked up.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Ports.StoreUnavailableException">It cannot be said now, and the campaign wants no decision without it.</exception>
    ValueTask AskAsync(Campaign campaign, Lead lead, FactSheet facts, CancellationToken cancellation);
}
