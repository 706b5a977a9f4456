using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>The places under caps that a bought lead holds.</summary>
/// <param name="counters">The counters.</param>
/// <param name="time">The clock.</param>
public sealed class LeadPlaces(CapCounters counters, TimeProvider time)
{
    /// <summary>
    /// Gives the places back that a lead holds under caps whose period is not over. Those under caps by a field of the lead stay taken:
    /// nothing of the lead is known any more. Repeated, it changes nothing.
    /// </summary>
    /// <param name="campaign">The campaign that bought it.</param>
    /// <param name="vendor">Who sold it.</param>
    /// <param name="source">Where the vendor got it, as it is logged; null if unknown.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="receivedAt">When it was received.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Ports.StoreUnavailableException">The table is down; some may be given back.</exception>
    public async ValueTask GiveBackAsync(
        Campaign campaign, VendorId vendor, string? source, LeadId lead, DateTimeOffset receivedAt, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        foreach (var term in campaign.Policies.GetValueOrDefault(vendor)?.Caps ?? [])
        {
            if (!CapPart.TryOf(term.Cap, vendor, source, out var part))
            {
                continue;
            }

            var counter = CapCounter.Of(campaign, term.Cap, receivedAt, part);
            if (counter.Period.End > time.GetUtcNow() && await counters.FindAsync(counter, lead, cancellation) is { } held)
            {
                await counters.GiveBackAsync(held, lead, cancellation);
            }
        }
    }
}
