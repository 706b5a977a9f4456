using LeadFilter.Core.Capacity;
using LeadFilter.Core.Decisions;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Purchases;
using LeadFilter.Pipeline.Telemetry;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>
/// Takes a place under each cap that counts a lead, all or none (G7). Also a lead that a full cap does not reject (its
/// contract waives it, or the cap is a shadow) takes places as long as there are any: it is bought, and a cap counts what
/// is bought.
/// </summary>
/// <param name="counters">The counters.</param>
/// <param name="metrics">Counts places.</param>
public sealed class CapReservation(CapCounters counters, LeadMetrics metrics) : IReservation
{
    /// <inheritdoc/>
    public async ValueTask<Reserved> TakeAsync(Purchase purchase, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(purchase);
        var wanted = await WantedAsync(purchase, cancellation);
        if (await FullAsync(wanted, cancellation) is { } full)
        {
            // Before anything is taken: what is taken for a moment may turn others away.
            return Full(purchase, full);
        }

        foreach (var (term, counter) in wanted)
        {
            if (await counters.TryTakeAsync(counter, purchase.Id, purchase.Places, cancellation))
            {
                metrics.CapAsked(full: false);
            }
            else if (term.WhenFull.Effect == Effect.Reject)
            {
                return Full(purchase, term);
            }
            else
            {
                metrics.CapAsked(full: true);
                purchase.Add(term.WhenFull);
            }
        }

        return new(null, Holds: purchase.Places.Count > 0);
    }

    /// <inheritdoc/>
    public async ValueTask<bool?> HoldsAsync(Purchase purchase, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(purchase);
        var wanted = await WantedAsync(purchase, cancellation);
        return wanted.Exists(static each => each.Term.WhenFull.Effect == Effect.Reject) ? false : purchase.Places.Count > 0 ? true : null;
    }

    /// <inheritdoc/>
    public async ValueTask GiveBackAsync(Purchase purchase, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(purchase);
        for (var at = purchase.Places.Count - 1; at >= 0; at--)
        {
            await counters.GiveBackAsync(purchase.Places[at], purchase.Id, cancellation);
            purchase.Places.RemoveAt(at);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Finding?> LookAsync(Purchase purchase, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(purchase);
        foreach (var (term, counter) in await WantedAsync(purchase, cancellation))
        {
            if (await counters.HasRoomAsync(counter, cancellation))
            {
                continue;
            }

            if (term.WhenFull.Effect == Effect.Reject)
            {
                return term.WhenFull;
            }

            purchase.Add(term.WhenFull);
        }

        return null;
    }

    /// <summary>The caps that count the lead and under which it holds no place yet.</summary>
    private async ValueTask<List<(CapTerm Term, CapCounter Counter)>> WantedAsync(Purchase purchase, CancellationToken cancellation)
    {
        var wanted = new List<(CapTerm, CapCounter)>(purchase.Policy.Caps.Count);
        purchase.Places.Clear();
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

            var counter = CapCounter.Of(purchase.Campaign, term.Cap, purchase.Vendor, purchase.Record.Source, purchase.ReceivedAt);
            if (purchase.IsResumed && await counters.FindAsync(counter, purchase.Id, cancellation) is { } held)
            {
                purchase.Places.Add(held);
            }
            else
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
            if (term.WhenFull.Effect == Effect.Reject && !await counters.HasRoomAsync(counter, cancellation))
            {
                return term;
            }
        }

        return null;
    }

    private Reserved Full(Purchase purchase, CapTerm term)
    {
        metrics.CapAsked(full: true);
        return new(term.WhenFull, Holds: purchase.Places.Count > 0);
    }
}
