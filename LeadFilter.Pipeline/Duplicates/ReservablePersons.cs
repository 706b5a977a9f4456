using LeadFilter.Pipeline.Purchases;
using LeadFilter.Pipeline.Telemetry;

namespace LeadFilter.Pipeline.Duplicates;

/// <summary>Persons, of whom each is bought once.</summary>
/// <param name="claims">The claims.</param>
/// <param name="identities">Makes the identities.</param>
/// <param name="metrics">Counts duplicates.</param>
public sealed class ReservablePersons(Claims claims, PersonIdentities identities, LeadMetrics metrics) : IReservable
{
    /// <inheritdoc/>
    public IReservation For(Purchase purchase)
    {
        ArgumentNullException.ThrowIfNull(purchase);
        return new PersonReservation(claims, identities, metrics, purchase);
    }
}
