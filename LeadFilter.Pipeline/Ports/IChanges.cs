namespace LeadFilter.Pipeline.Ports;

/// <summary>
/// Makes several changes of tables and queues in one go. Where a store can, they become durable together, which saves
/// waiting; elsewhere one follows the other.
/// </summary>
public interface IChanges
{
    /// <summary>Whether this store can make changes all or none, see <see cref="TryMakeAllAsync"/>. It never changes.</summary>
    bool CanMakeAll { get; }

    /// <summary>
    /// Makes changes in their order. One is tried only if all before it were made; one that stands beside others is tried
    /// when these are. Each tells in <see cref="Change.Result"/> what became of it. Nothing is thrown for a store that is down.
    /// A caller may rely on the order only, not on all or nothing.
    /// </summary>
    /// <param name="changes">The changes, new ones.</param>
    /// <param name="cancellation">Gives up waiting; they may still be made.</param>
    ValueTask MakeAsync(IReadOnlyList<Change> changes, CancellationToken cancellation);

    /// <summary>
    /// Makes all changes or none, whatever happens: nobody ever sees some of them without the others. A row to insert must not be
    /// there, and a row to replace must be as it was read; a message that its queue had before counts as made. If one is refused,
    /// it alone says so, and nothing of the others was done: they are as new. If the store does not confirm, every change says so,
    /// and either all of them took effect or none. Nothing is thrown for a store that is down.
    /// </summary>
    /// <param name="changes">The changes, new ones, no two about the same row.</param>
    /// <param name="cancellation">Gives up waiting; they may still be made.</param>
    /// <returns>Whether they are made.</returns>
    /// <exception cref="NotSupportedException">This store cannot.</exception>
    ValueTask<bool> TryMakeAllAsync(IReadOnlyList<Change> changes, CancellationToken cancellation);
}
