using System.Collections.Concurrent;
using LeadFilter.Core.Capacity;
using LeadFilter.Core.Leads;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>Takes places under caps and gives them back.</summary>
/// <param name="places">The table.</param>
/// <param name="time">The clock.</param>
/// <param name="random">
/// Spreads processes over the places: those that pick the same ones in the same order get into each other's way.
/// Safe for use by many threads.
/// </param>
public sealed class CapCounters(CapPlaces places, TimeProvider time, Random random)
{
    private const int MaxLedgers = 10_000;

    private readonly ConcurrentDictionary<CapCounter, CapLedger> ledgers = [];
    private readonly ConcurrentDictionary<CapCounter, BudgetLedger> budgets = [];

    /// <summary>Whether a place may be free.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Ports.StoreUnavailableException">It cannot be said.</exception>
    public ValueTask<bool> HasRoomAsync(CapCounter counter, CancellationToken cancellation) => LedgerOf(counter).HasRoomAsync(cancellation);

    /// <summary>Whether a place may be free, or a lead seems to fit into the budget.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="cost">What the lead takes of a budget, in <see cref="CapLimit.Parts"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Ports.StoreUnavailableException">It cannot be said.</exception>
    public ValueTask<bool> HasRoomAsync(CapCounter counter, long cost, CancellationToken cancellation) =>
        IsBudget(counter) ? BudgetOf(counter).HasRoomAsync(cost, cancellation) : HasRoomAsync(counter, cancellation);

    /// <summary>Takes a place, or what a lead costs.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="cost">What the lead takes of a budget, in <see cref="CapLimit.Parts"/>.</param>
    /// <param name="lead">The lead's id.</param>
    /// <param name="held">Gets the place before it is tried, since it may be taken though the call fails.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>False if there is none left, or the lead does not fit.</returns>
    /// <exception cref="Ports.StoreUnavailableException">It cannot be said; it may be taken all the same.</exception>
    public async ValueTask<bool> TryTakeAsync(
        CapCounter counter, long cost, LeadId lead, IList<HeldPlace> held, CancellationToken cancellation)
    {
        if (!IsBudget(counter))
        {
            return await TryTakeAsync(counter, lead, held, cancellation);
        }

        var budget = BudgetOf(counter);
        if (counter.Part is not null && !budget.IsNoted)
        {
            await places.NoteAsync(counter, cancellation);
            budget.IsNoted = true;
        }

        return await budget.TryTakeAsync(cost, lead, held, cancellation);
    }

    /// <summary>Takes a place.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="lead">The lead's id.</param>
    /// <param name="held">Gets the place before it is tried, since it may be taken though the call fails.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>False if there is none left.</returns>
    /// <exception cref="Ports.StoreUnavailableException">It cannot be said; one may be taken all the same.</exception>
    public async ValueTask<bool> TryTakeAsync(CapCounter counter, LeadId lead, IList<HeldPlace> held, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(counter);
        ArgumentNullException.ThrowIfNull(held);
        var ledger = LedgerOf(counter);
        while (await PickAsync(ledger, counter, cancellation) is { } place)
        {
            held.Add(new(counter, place));
            if (await TryTakeAsync(ledger, counter, place, lead, cancellation))
            {
                return true;
            }

            held.RemoveAt(held.Count - 1);
            await ledger.LearnAsync(place, cancellation);
        }

        return false;
    }

    /// <summary>Picks a place to be taken together with other things. <see cref="PlaceOffer.End"/> must follow.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="lead">The lead's id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null if there is none left.</returns>
    /// <exception cref="Ports.StoreUnavailableException">It cannot be said.</exception>
    internal async ValueTask<PlaceOffer?> OfferAsync(CapCounter counter, LeadId lead, CancellationToken cancellation)
    {
        var ledger = LedgerOf(counter);
        if (await PickAsync(ledger, counter, cancellation) is not { } place)
        {
            return null;
        }

        ledger.BeginOffer();
        var offer = new PlaceOffer(ledger, place, CapPlaces.Taking(counter, place, lead));
        try
        {
            await ledger.PrepareAsync(place, cancellation);
            return offer;
        }
        catch
        {
            offer.End();
            throw;
        }
    }

    /// <summary>Finds the place that an earlier attempt has taken for a lead, by reading all places.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="lead">The lead's id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Ports.StoreUnavailableException">It cannot be said.</exception>
    public async ValueTask<HeldPlace?> FindAsync(CapCounter counter, LeadId lead, CancellationToken cancellation)
    {
        if (IsBudget(counter))
        {
            return await BudgetOf(counter).FindAsync(lead, cancellation) is { } number ? new(counter, number) : null;
        }

        var id = lead.ToString();
        await foreach (var taken in places.ReadAsync(counter, cancellation))
        {
            if (taken.Lead == id)
            {
                return new(counter, taken.Place);
            }
        }

        return null;
    }

    /// <summary>Gives a place back if the lead holds it.</summary>
    /// <param name="held">The place.</param>
    /// <param name="lead">The lead's id.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="Ports.StoreUnavailableException">It may be given back or not.</exception>
    public async ValueTask GiveBackAsync(HeldPlace held, LeadId lead, CancellationToken cancellation)
    {
        if (IsBudget(held.Counter))
        {
            await BudgetOf(held.Counter).GiveBackAsync(held.Place, lead, cancellation);
        }
        else if (await places.GiveBackAsync(held, lead, time.GetUtcNow(), cancellation))
        {
            LedgerOf(held.Counter).Freed(held.Place);
        }
    }

    /// <summary>Picks a place that may be free; null if there is none.</summary>
    private async ValueTask<int?> PickAsync(CapLedger ledger, CapCounter counter, CancellationToken cancellation)
    {
        if (counter.Part is not null && !ledger.IsNoted)
        {
            await places.NoteAsync(counter, cancellation);
            ledger.IsNoted = true;
        }

        while (await ledger.HasRoomAsync(cancellation))
        {
            if (ledger.TryPick(out var place))
            {
                return place;
            }
        }

        return null;
    }

    private async ValueTask<bool> TryTakeAsync(CapLedger ledger, CapCounter counter, int place, LeadId lead, CancellationToken cancellation)
    {
        var known = false;
        try
        {
            await ledger.PrepareAsync(place, cancellation);
            var taken = await places.TryTakeAsync(counter, place, lead, cancellation);
            known = true;
            ledger.Taken(place);
            return taken;
        }
        finally
        {
            if (!known)
            {
                ledger.Doubt(place);
            }
        }
    }

    private static bool IsBudget(CapCounter counter)
    {
        ArgumentNullException.ThrowIfNull(counter);
        return counter.Budget > 0;
    }

    private CapLedger LedgerOf(CapCounter counter) => Known(ledgers, counter, added => new(added, places, time, random));

    private BudgetLedger BudgetOf(CapCounter counter) => Known(budgets, counter, added => new(added, places.Entries, time));

    private T Known<T>(ConcurrentDictionary<CapCounter, T> ledgers, CapCounter counter, Func<CapCounter, T> make)
    {
        if (ledgers.TryGetValue(counter, out var known))
        {
            return known;
        }

        if (ledgers.Count >= MaxLedgers)
        {
            Forget(ledgers);
        }

        return ledgers.GetOrAdd(counter, make);
    }

    /// <summary>Forgets periods that are over, or everything: what is forgotten is read again.</summary>
    private void Forget<T>(ConcurrentDictionary<CapCounter, T> ledgers)
    {
        var now = time.GetUtcNow();
        foreach (var counter in ledgers.Keys.Where(counter => counter.Period.End < now))
        {
            ledgers.TryRemove(counter, out _);
        }

        if (ledgers.Count >= MaxLedgers)
        {
            ledgers.Clear();
        }
    }
}
