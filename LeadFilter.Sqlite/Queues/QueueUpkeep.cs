using System.Collections.Frozen;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Queues;

/// <summary>
/// What the queues need with every commit: a look at the clock, old ids forgotten, and messages for those who wait for some.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class QueueUpkeep(TimeProvider time) : IUpkeep
{
    private readonly ClockWatch clock = new(time);
    private readonly HistoryPurge history = new();
    private readonly FrozenDictionary<string, WaitingReceivers> receivers =
        QueueNames.All.ToFrozenDictionary(name => name, _ => new WaitingReceivers());

    /// <summary>Whether the clock was set back since the last commit of this process.</summary>
    public bool ClockWasSetBack => clock.WasSetBack;

    /// <summary>Those who wait for messages of a queue.</summary>
    /// <param name="queue">The queue.</param>
    /// <exception cref="ArgumentException">There is no such queue.</exception>
    public WaitingReceivers ReceiversOf(string queue) =>
        receivers.TryGetValue(queue, out var found) ? found : throw new ArgumentException($"There is no queue {queue}.", nameof(queue));

    /// <inheritdoc/>
    public void Begin(WriteSession session) => clock.Step(session);

    /// <inheritdoc/>
    public void End(WriteSession session, List<PendingWrite> batch)
    {
        history.Step(session);
        foreach (var waiting in receivers.Values)
        {
            waiting.Serve(session, batch);
        }
    }

    /// <inheritdoc/>
    public void Confirm() => clock.Confirm();
}
