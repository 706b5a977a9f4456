using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Capacity;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Telemetry;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>
/// Counts what a vendor may do a number of times a day without selling: ask about persons, send test leads. Each takes a place, as
/// bought leads do under caps, so that the count is one for all processes and outlives them.
/// </summary>
/// <param name="counters">The counters.</param>
/// <param name="ids">Makes the ids under which places are held.</param>
/// <param name="metrics">Counts what is refused.</param>
public sealed class VendorQuotas(CapCounters counters, LeadIds ids, LeadMetrics metrics)
{
    /// <summary>Takes a place; it is never given back.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="quota">The contract's quota.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="limit">The quota's word in metrics: questions or tests.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up waiting; a place may be taken all the same.</param>
    /// <returns>Null if there was one, otherwise after how long there will be.</returns>
    /// <exception cref="Ports.StoreUnavailableException">It cannot be said.</exception>
    public async ValueTask<TimeSpan?> TakeAsync(
        Campaign campaign, Cap quota, VendorId vendor, string limit, DateTimeOffset now, CancellationToken cancellation)
    {
        var counter = CapCounter.Of(campaign, quota, now, part: null);
        if (await counters.TryTakeAsync(counter, ids.Next(now), new List<HeldPlace>(1), cancellation))
        {
            return null;
        }

        metrics.Limited(vendor, limit);
        return counter.Period.End - now;
    }
}
