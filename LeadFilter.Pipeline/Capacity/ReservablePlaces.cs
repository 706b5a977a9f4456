using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Purchases;
using LeadFilter.Pipeline.Telemetry;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>Places under caps.</summary>
/// <param name="counters">The counters.</param>
/// <param name="hasher">Names counters whose values are not told.</param>
/// <param name="metrics">Counts places.</param>
public sealed class ReservablePlaces(CapCounters counters, IdentityHasher hasher, LeadMetrics metrics) : IReservable
{
    /// <inheritdoc/>
    public IReservation For(Purchase purchase)
    {
        ArgumentNullException.ThrowIfNull(purchase);
        return new CapReservation(counters, hasher, metrics, purchase);
    }
}
