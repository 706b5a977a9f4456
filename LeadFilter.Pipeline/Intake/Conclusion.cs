using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Limits;
using LeadFilter.Pipeline.Lookups;
using LeadFilter.Pipeline.Purchases;
using LeadFilter.Pipeline.Telemetry;

namespace LeadFilter.Pipeline.Intake;

/// <summary>Looks a lead up and asks every rule about it.</summary>
/// <param name="lookup">Looks up.</param>
/// <param name="patterns">Watches how long patterns take.</param>
internal sealed class Conclusion(LeadLookup lookup, PatternWatch patterns)
{
    /// <summary>Concludes, once.</summary>
    /// <param name="purchase">The lead, which takes up what is found.</param>
    /// <param name="entry">Its place, from which it steps aside while third parties are asked.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Ports.StoreUnavailableException">It cannot be said.</exception>
    public async ValueTask MakeAsync(Purchase purchase, Entry entry, CancellationToken cancellation)
    {
        if (purchase.IsConcluded)
        {
            return;
        }

        var known = purchase.Campaign.Lookups.Count > 0 ? await entry.AsideAsync(AskAsync) : await AskAsync();
        var decision = ReferenceEquals(known, purchase.Lead) ? null : purchase.Policy.Decide(known);
        if (decision is not null)
        {
            patterns.Look(purchase.Campaign.Id, decision);
        }

        purchase.Conclude(known, decision);

        ValueTask<Lead> AskAsync() => lookup.AskAsync(purchase.Campaign, purchase.Lead, purchase.ReceivedAt, cancellation);
    }
}
