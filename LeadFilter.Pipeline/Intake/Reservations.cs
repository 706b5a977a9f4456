using LeadFilter.Core.Decisions;
using LeadFilter.Pipeline.Decisions;

namespace LeadFilter.Pipeline.Intake;

/// <summary>All that a bought lead takes, in the order in which it is taken; it is given back in the opposite order.</summary>
/// <param name="each">The reservations.</param>
internal sealed class Reservations(IEnumerable<IReservation> each)
{
    private readonly IReservation[] each = [.. each];

    /// <summary>Takes one after the other, until one of them rejects the lead. Grounds that it finds are added to the lead.</summary>
    /// <param name="purchase">The lead.</param>
    /// <returns>Whether the lead now holds anything that must be given back if it is not bought.</returns>
    /// <exception cref="Ports.StoreUnavailableException">It cannot be said; some may be taken all the same.</exception>
    public async ValueTask<bool> TakeAsync(Purchase purchase)
    {
        var holds = false;
        for (var at = 0; at < each.Length && purchase.Record.IsAccepted; at++)
        {
            var reserved = await each[at].TakeAsync(purchase, CancellationToken.None);
            holds |= reserved.Holds;
            Add(purchase, reserved.Finding);
        }

        return holds;
    }

    /// <summary>For a test lead: adds the grounds that taking would find, without taking anything.</summary>
    /// <param name="purchase">The lead.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Ports.StoreUnavailableException">It cannot be said.</exception>
    public async ValueTask LookAsync(Purchase purchase, CancellationToken cancellation)
    {
        for (var at = 0; at < each.Length && purchase.Record.IsAccepted; at++)
        {
            Add(purchase, await each[at].LookAsync(purchase, cancellation));
        }
    }

    /// <summary>What would reject a lead, without taking anything: to be asked before third parties are paid to check it.</summary>
    /// <param name="purchase">The lead.</param>
    /// <returns>The rejection; null if nothing rejects it at the moment.</returns>
    /// <exception cref="Ports.StoreUnavailableException">It cannot be said.</exception>
    public async ValueTask<DecisionRecord?> FindRejectionAsync(Purchase purchase)
    {
        var sketch = new Purchase(purchase.Campaign, purchase.Policy, purchase.Record, purchase.Lead);
        await LookAsync(sketch, CancellationToken.None);
        return sketch.Record.IsAccepted ? null : sketch.Record;
    }

    /// <summary>
    /// Whether a lead that is taken up again holds all that is taken before the queue: an earlier attempt had found it good,
    /// and may have sent it. If it lacks anything, it was never sent.
    /// </summary>
    /// <param name="purchase">The lead.</param>
    /// <exception cref="Ports.StoreUnavailableException">It cannot be said.</exception>
    public async ValueTask<bool> AreHeldAsync(Purchase purchase)
    {
        var any = false;
        foreach (var reservation in each)
        {
            switch (await reservation.HoldsAsync(purchase, CancellationToken.None))
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

    /// <summary>Gives back whatever a lead holds.</summary>
    /// <param name="purchase">The lead, which is not bought and is not in the queue.</param>
    /// <exception cref="Ports.StoreUnavailableException">Some may be given back or not.</exception>
    public async ValueTask GiveBackAsync(Purchase purchase)
    {
        for (var at = each.Length - 1; at >= 0; at--)
        {
            await each[at].GiveBackAsync(purchase, CancellationToken.None);
        }
    }

    private static void Add(Purchase purchase, Finding? finding)
    {
        if (finding is not null)
        {
            purchase.Add(finding);
        }
    }
}
