using LeadFilter.Core.Capacity;
using LeadFilter.Core.Decisions;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Purchases;
using LeadFilter.Pipeline.Telemetry;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>
/// Takes a place under each cap that counts a lead, all or none (G7). Also a lead that a full cap does not reject (its
/// contract waives it, or the cap is a shadow) takes places as long as there are any: it is bought, and a cap counts what
/// is bought.
/// </summary>
/// <param name="counters">The counters.</param>
/// <param name="hasher">Names counters whose values are not told.</param>
/// <param name="metrics">Counts places.</param>
/// <param name="purchase">The lead.</param>
internal sealed class CapReservation(
    CapCounters counters, IdentityHasher hasher, LeadMetrics metrics, Purchase purchase) : IReservation
{
    /// <summary>The places that the lead holds, or may hold.</summary>
    private readonly List<HeldPlace> places = [];

    private readonly List<PlaceOffer> offers = [];

    /// <summary>What the lead takes of budgets.</summary>
    private long Cost => CapLimit.PartsOf(purchase.Record.Price);

    /// <inheritdoc/>
    public async ValueTask<Reserved> TakeAsync(CancellationToken cancellation)
    {
        var wanted = await WantedAsync(cancellation);
        if (await FullAsync(wanted, cancellation) is { } full)
        {
            // Before anything is taken: what is taken for a moment may turn others away.
            metrics.CapAsked(full: true);
            return Found([full.WhenFull]);
        }

        var findings = new List<Finding>();
        foreach (var (term, counter) in wanted)
        {
            var taken = await counters.TryTakeAsync(counter, Cost, purchase.Id, places, cancellation);
            metrics.CapAsked(full: !taken);
            if (taken)
            {
                continue;
            }

            findings.Add(term.WhenFull);
            if (term.WhenFull.Effect == Effect.Reject)
            {
                break;
            }
        }

        return Found(findings);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Change>?> OfferAsync(CancellationToken cancellation)
    {
        foreach (var (_, counter) in await WantedAsync(cancellation))
        {
            // What fits into a budget is known only when its entry is appended, so it must be taken by itself.
            if (counter.Budget > 0 || await counters.OfferAsync(counter, purchase.Id, cancellation) is not { } offer)
            {
                return null;
            }

            offers.Add(offer);
        }

        return offers.ConvertAll(static offer => offer.Change);
    }

    /// <inheritdoc/>
    public void EndOffer()
    {
        foreach (var offer in offers)
        {
            if (offer.End())
            {
                metrics.CapAsked(full: false);
            }
        }

        offers.Clear();
    }

    /// <inheritdoc/>
    public async ValueTask<bool?> HoldsAsync(CancellationToken cancellation)
    {
        var wanted = await WantedAsync(cancellation);
        return wanted.Exists(static each => each.Term.WhenFull.Effect == Effect.Reject) ? false : places.Count > 0 ? true : null;
    }

    /// <inheritdoc/>
    public async ValueTask GiveBackAsync(CancellationToken cancellation)
    {
        for (var at = places.Count - 1; at >= 0; at--)
        {
            await counters.GiveBackAsync(places[at], purchase.Id, cancellation);
            places.RemoveAt(at);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Reserved> LookAsync(CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        foreach (var (term, counter) in await WantedAsync(cancellation))
        {
            if (await counters.HasRoomAsync(counter, Cost, cancellation))
            {
                continue;
            }

            findings.Add(term.WhenFull);
            if (term.WhenFull.Effect == Effect.Reject)
            {
                if (!purchase.Record.IsTest)
                {
                    // Nothing is taken any more, which would count it.
                    metrics.CapAsked(full: true);
                }

                break;
            }
        }

        return Found(findings);
    }

    /// <summary>The caps that count the lead and under which it holds no place yet.</summary>
    private async ValueTask<List<(CapTerm Term, CapCounter Counter)>> WantedAsync(CancellationToken cancellation)
    {
        var wanted = new List<(CapTerm, CapCounter)>(purchase.Policy.Caps.Count);
        places.Clear();
        if (purchase.Record.UpdateOf is not null)
        {
            // An update of a lead that was bought before is not bought: no cap counts it.
            return wanted;
        }

        foreach (var term in purchase.Policy.Caps)
        {
            if (!term.Cap.Counts(purchase.Lead))
            {
                continue;
            }

            var part = CapPart.Of(term.Cap, purchase.Vendor, purchase.Record.Source, purchase.Lead, hasher);
            var counter = CapCounter.Of(purchase.Campaign, term.Cap, purchase.ReceivedAt, part);
            if (purchase.IsResumed && await counters.FindAsync(counter, purchase.Id, cancellation) is { } held)
            {
                places.Add(held);
            }
            else if (counter.Budget == 0 || Cost > 0)
            {
                wanted.Add((term, counter));
            }
        }

        return wanted;
    }

    private async ValueTask<CapTerm?> FullAsync(List<(CapTerm Term, CapCounter Counter)> wanted, CancellationToken cancellation)
    {
        foreach (var (term, counter) in wanted)
        {
            if (term.WhenFull.Effect == Effect.Reject && !await counters.HasRoomAsync(counter, Cost, cancellation))
            {
                return term;
            }
        }

        return null;
    }

    private Reserved Found(IReadOnlyList<Finding> findings) => new() { Findings = findings, Holds = places.Count > 0 };
}
