using LeadFilter.Core.Decisions;

namespace LeadFilter.Pipeline.Purchases;

/// <summary>
/// Something that a bought lead takes and others then cannot have: its person's identities, a place under a cap.
/// Calls may be repeated, since a request may die after any of them: a lead takes nothing twice.
/// </summary>
public interface IReservation
{
    /// <summary>Takes it for a lead. Nothing is given back here: that needs the receipt's lease.</summary>
    /// <param name="purchase">The lead.</param>
    /// <param name="cancellation">Gives up waiting; it may be taken all the same.</param>
    /// <exception cref="Ports.StoreUnavailableException">It cannot be said; it may be taken all the same.</exception>
    ValueTask<Reserved> TakeAsync(Purchase purchase, CancellationToken cancellation);

    /// <summary>Whether a lead holds, from an earlier attempt, all that it would have needed to get on.</summary>
    /// <param name="purchase">The lead.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null if it would need nothing.</returns>
    /// <exception cref="Ports.StoreUnavailableException">It cannot be said.</exception>
    ValueTask<bool?> HoldsAsync(Purchase purchase, CancellationToken cancellation);

    /// <summary>Gives back whatever the lead holds of it.</summary>
    /// <param name="purchase">The lead, which is not bought and is not in the queue.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="Ports.StoreUnavailableException">It may be given back or not.</exception>
    ValueTask GiveBackAsync(Purchase purchase, CancellationToken cancellation);

    /// <summary>For a test lead: what taking it would find, without taking anything.</summary>
    /// <param name="purchase">The lead.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The ground that would hold; null if there is none.</returns>
    /// <exception cref="Ports.StoreUnavailableException">It cannot be said.</exception>
    ValueTask<Finding?> LookAsync(Purchase purchase, CancellationToken cancellation);
}
