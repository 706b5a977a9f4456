using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Purchases;

/// <summary>
/// What one lead takes of an <see cref="IReservable"/>. Calls may be repeated, since a request may die after any of them: a
/// lead takes nothing twice. What is found is told and not applied: the lead is its caller's.
/// </summary>
public interface IReservation
{
    /// <summary>Takes it. Nothing is given back here: that needs the receipt's lease.</summary>
    /// <param name="cancellation">Gives up waiting; it may be taken all the same.</param>
    /// <exception cref="StoreUnavailableException">It cannot be said; it may be taken all the same.</exception>
    ValueTask<Reserved> TakeAsync(CancellationToken cancellation);

    /// <summary>
    /// What would take it together with all else that the lead needs, all or none. Nothing of it is taken as yet, but it may be kept
    /// from others of this process until <see cref="EndOffer"/>, which must follow.
    /// </summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The changes, none if it needs nothing; null if something is in the way, so that it must be taken by itself.</returns>
    /// <exception cref="StoreUnavailableException">It cannot be said.</exception>
    ValueTask<IReadOnlyList<Change>?> OfferAsync(CancellationToken cancellation);

    /// <summary>The changes of the last offer tell what became of them; does nothing if there is none.</summary>
    void EndOffer();

    /// <summary>Whether the lead holds, from an earlier attempt, all that it would have needed to get on.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null if it would need nothing.</returns>
    /// <exception cref="StoreUnavailableException">It cannot be said.</exception>
    ValueTask<bool?> HoldsAsync(CancellationToken cancellation);

    /// <summary>Gives back whatever the lead holds of it. The lead is not bought and is not in the queue.</summary>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="StoreUnavailableException">It may be given back or not.</exception>
    ValueTask GiveBackAsync(CancellationToken cancellation);

    /// <summary>What taking it would find, without taking anything.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreUnavailableException">It cannot be said.</exception>
    ValueTask<Reserved> LookAsync(CancellationToken cancellation);
}
