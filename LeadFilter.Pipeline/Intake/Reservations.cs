using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Purchases;

namespace LeadFilter.Pipeline.Intake;

/// <summary>All that a lead takes to be bought, in the order in which it is taken; it is given back in the opposite order.</summary>
internal sealed class Reservations
{
    private readonly Purchase purchase;
    private readonly IReservation[] each;

    /// <summary>What a lead takes.</summary>
    /// <param name="scarce">Of what, in order.</param>
    /// <param name="purchase">The lead. What is found is taken up by it.</param>
    public Reservations(IReadOnlyList<IReservable> scarce, Purchase purchase)
    {
        this.purchase = purchase;
        each = [.. scarce.Select(one => one.For(purchase))];
    }

    /// <summary>What would reject a lead, without taking anything: to be asked before third parties are paid to check it.</summary>
    /// <param name="scarce">What it would take.</param>
    /// <param name="purchase">The lead, which stays as it is.</param>
    /// <returns>The rejection; null if nothing rejects it at the moment.</returns>
    /// <exception cref="StoreUnavailableException">It cannot be said.</exception>
    public static async ValueTask<DecisionRecord?> FindRejectionAsync(IReadOnlyList<IReservable> scarce, Purchase purchase)
    {
        var sketch = new Purchase(purchase.Campaign, purchase.Policy, purchase.Record, purchase.Lead);
        await new Reservations(scarce, sketch).LookAsync(CancellationToken.None);
        return sketch.Record.IsAccepted ? null : sketch.Record;
    }

    /// <summary>What takes everything at once, all or none. <see cref="EndOffer"/> must follow.</summary>
    /// <returns>The changes; null if something is in the way.</returns>
    /// <exception cref="StoreUnavailableException">It cannot be said.</exception>
    public async ValueTask<List<Change>?> OfferAsync()
    {
        var changes = new List<Change>();
        foreach (var reservation in each)
        {
            if (await reservation.OfferAsync(CancellationToken.None) is not { } some)
            {
                return null;
            }

            changes.AddRange(some);
        }

        return changes;
    }

    /// <summary>The changes that were offered tell what became of them.</summary>
    public void EndOffer()
    {
        foreach (var reservation in each)
        {
            reservation.EndOffer();
        }
    }

    /// <summary>Takes one after the other, until one of them rejects the lead.</summary>
    /// <returns>Whether the lead now holds anything that must be given back if it is not bought.</returns>
    /// <exception cref="StoreUnavailableException">It cannot be said; some may be taken all the same.</exception>
    public async ValueTask<bool> TakeAsync()
    {
        var holds = false;
        for (var at = 0; at < each.Length && purchase.Record.IsAccepted; at++)
        {
            var reserved = await each[at].TakeAsync(CancellationToken.None);
            holds |= reserved.Holds;
            purchase.TakeUp(reserved);
        }

        return holds;
    }

    /// <summary>Takes up what taking would find, without taking anything.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreUnavailableException">It cannot be said.</exception>
    public async ValueTask LookAsync(CancellationToken cancellation)
    {
        for (var at = 0; at < each.Length && purchase.Record.IsAccepted; at++)
        {
            purchase.TakeUp(await each[at].LookAsync(cancellation));
        }
    }

    /// <summary>
    /// Whether a lead that is taken up again holds all that is taken before the queue: an earlier attempt had found it good,
    /// and may have sent it. If it lacks anything, it was never sent.
    /// </summary>
    /// <exception cref="StoreUnavailableException">It cannot be said.</exception>
    public async ValueTask<bool> AreHeldAsync()
    {
        var any = false;
        foreach (var reservation in each)
        {
            switch (await reservation.HoldsAsync(CancellationToken.None))
            {
                case false:
                    return false;
                case true:
                    any = true;
                    break;
            }
        }

        return any;
    }

    /// <summary>Gives back whatever the lead holds. It is not bought and is not in the queue.</summary>
    /// <exception cref="StoreUnavailableException">Some may be given back or not.</exception>
    public async ValueTask GiveBackAsync()
    {
        for (var at = each.Length - 1; at >= 0; at--)
        {
            await each[at].GiveBackAsync(CancellationToken.None);
        }
    }
}
