namespace LeadFilter.Scale;

/// <summary>A decision that the log did not take waits in the queue for records until the log takes it.</summary>
/// <param name="simulation">The simulation.</param>
/// <param name="target">Its partition of the log.</param>
internal sealed class LateRecord(Simulation simulation, TablePartition target) : Occurrence
{
    private const double FirstTry = 2;

    // A record that the log refuses again is left until its lock ends: infra/app/queues.bicep.
    private const double LockSeconds = 120;

    /// <summary>It is in the queue.</summary>
    /// <param name="now">Seconds since the start.</param>
    public void Begin(double now) => simulation.Agenda.Add(now + FirstTry, this);

    /// <inheritdoc/>
    public override void Happen(double now)
    {
        if (simulation.Bus.TryReceive(now) && target.TryCall(now, 1))
        {
            simulation.Bus.Complete();
            simulation.Tally.LateRecordsWritten++;
        }
        else
        {
            simulation.Agenda.Add(now + LockSeconds, this);
        }
    }
}
