using LeadFilter.Core.Decisions;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Telemetry;

namespace LeadFilter.Pipeline.Duplicates;

/// <summary>Claims the identities of a lead's person, so that nobody else sells the same person (G3).</summary>
/// <param name="claims">The claims.</param>
/// <param name="identities">Makes the identities.</param>
/// <param name="metrics">Counts duplicates.</param>
public sealed class PersonReservation(Claims claims, IdentityHasher identities, LeadMetrics metrics) : IReservation
{
    /// <inheritdoc/>
    public async ValueTask<Reserved> TakeAsync(Purchase purchase, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(purchase);
        if (purchase.Policy.Duplicate is not { } duplicate || purchase.Campaign.Duplicates is not { } plan)
        {
            return default;
        }

        var rejects = duplicate.Effect == Effect.Reject;
        var persons = identities.PersonsOf(purchase.Campaign, purchase.Lead);
        var conflict = await claims.TakeAsync(
            purchase.Campaign.Id, persons, purchase.Id, purchase.ReceivedAt, plan.Window, stopAtConflict: rejects, cancellation);
        metrics.Claimed(conflict is not null);
        return new(conflict is null ? null : duplicate, Holds: persons.Count > 0 && (conflict is not 0 || !rejects));
    }

    /// <inheritdoc/>
    public ValueTask GiveBackAsync(Purchase purchase, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(purchase);
        return purchase.Policy.Duplicate is null
            ? default
            : claims.GiveBackAsync(purchase.Campaign.Id, identities.PersonsOf(purchase.Campaign, purchase.Lead), purchase.Id, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<Finding?> LookAsync(Purchase purchase, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(purchase);
        return purchase.Policy.Duplicate is { } duplicate
            && await claims.AnyHeldAsync(
                purchase.Campaign.Id, identities.PersonsOf(purchase.Campaign, purchase.Lead), purchase.ReceivedAt, cancellation)
                ? duplicate
                : null;
    }
}
