using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;

namespace LeadFilter.Pipeline.Lookups;

/// <summary>Asks every source that a campaign asks, side by side.</summary>
/// <param name="sources">The sources.</param>
public sealed class LeadLookup(IEnumerable<IFactSource> sources)
{
    private readonly IFactSource[] sources = [.. sources];

    /// <summary>Looks a lead up.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="lead">The lead, which the screen has passed.</param>
    /// <param name="receivedAt">When the lead was received first.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The lead with what was found; itself if the campaign asks nobody.</returns>
    /// <exception cref="Ports.StoreUnavailableException">A source without which the campaign does not decide cannot say.</exception>
    public async ValueTask<Lead> AskAsync(Campaign campaign, Lead lead, DateTimeOffset receivedAt, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lead);
        FactSheet? facts = null;
        List<Task>? asked = null;
        foreach (var source in sources)
        {
            if (source.IsAskedBy(campaign))
            {
                facts ??= new(lead.Layout);
                (asked ??= []).Add(source.AskAsync(campaign, lead, facts, cancellation).AsTask());
            }
        }

        if (asked is null)
        {
            return lead;
        }

        await Task.WhenAll(asked);
        return lead.With(receivedAt, facts!.Values);
    }
}
