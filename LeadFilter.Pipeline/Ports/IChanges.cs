namespace LeadFilter.Pipeline.Ports;

/// <summary>
/// Makes several changes of tables and queues in one go. Where a store can, they become durable together, which saves
/// waiting; elsewhere one follows the other. A caller may rely on the order only, not on all or nothing.
/// </summary>
public interface IChanges
{
    /// <summary>
    /// Makes changes in their order. One is tried only if all before it were made; one that stands beside others is tried
    /// when these are. Each tells in <see cref="Change.Result"/> what became of it. Nothing is thrown for a store that is down.
    /// </summary>
    /// <param name="changes">The changes, new ones.</param>
    /// <param name="cancellation">Gives up waiting; they may still be made.</param>
    ValueTask MakeAsync(IReadOnlyList<Change> changes, CancellationToken cancellation);
}
