using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;

namespace LeadFilter.Tests.Ports;

/// <summary>
/// Changes of tables and queues in memory that fail on demand: all or none as one call of the port <see cref="Port"/>, a series as the
/// calls of which it consists.
/// </summary>
/// <param name="tables">The tables, whose faults are also those of all or none.</param>
/// <param name="queue">The queues.</param>
internal sealed class FaultyChanges(FaultyTables tables, FaultyLeadQueue queue) : IChanges
{
    /// <summary>The port's name in <see cref="PortCall.Port"/>.</summary>
    public const string Port = "Changes";

    private readonly InMemoryChanges inner = new(tables.Inner, queue.Inner);
    private readonly ChangesInTurn inTurn = new(tables, queue);

    public bool CanMakeAll => true;

    /// <summary>How often all or none were made.</summary>
    public int MadeAll { get; private set; }

    public ValueTask MakeAsync(IReadOnlyList<Change> changes, CancellationToken cancellation) => inTurn.MakeAsync(changes, cancellation);

    public async ValueTask<bool> TryMakeAllAsync(IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        try
        {
            await StepAsync(tookEffect: false);
            var made = await inner.TryMakeAllAsync(changes, cancellation);
            MadeAll += made ? 1 : 0;
            await StepAsync(tookEffect: true);
            return made;
        }
        catch (StoreUnavailableException failure)
        {
            foreach (var change in changes)
            {
                change.Fail(failure);
            }

            return false;
        }
    }

    private ValueTask StepAsync(bool tookEffect) =>
        tables.Fault is { } fault ? fault(new(Port, nameof(TryMakeAllAsync), "", tookEffect)) : default;
}
