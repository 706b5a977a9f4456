namespace LeadFilter.Scale;

/// <summary>
/// Sends a message as LeadFilter.Functions/Queues/SendTries.cs does: a refused call is tried again after a pause that doubles, and
/// given up after the last. All pauses together stay below the time that a send may take.
/// </summary>
/// <param name="simulation">The simulation.</param>
/// <param name="caller">Who waits.</param>
/// <param name="call">Which of the caller's calls.</param>
internal sealed class BusCall(Simulation simulation, ICaller caller, int call) : Occurrence
{
    private const int MaxRetries = 3;
    private const double FirstPause = 0.2;

    private int refusals;
    private bool answered;
    private bool succeeded;

    /// <summary>Makes the call.</summary>
    /// <param name="now">Seconds since the start.</param>
    public void Begin(double now) => Try(now);

    /// <inheritdoc/>
    public override void Happen(double now)
    {
        if (answered)
        {
            caller.Answered(now, succeeded, call);
        }
        else
        {
            Try(now);
        }
    }

    private void Try(double now)
    {
        succeeded = simulation.Bus.TrySend(now);
        answered = succeeded || refusals == MaxRetries;
        var pause = answered ? 0 : FirstPause * Math.Pow(2, refusals) * (0.5 + simulation.Random.NextDouble());
        refusals++;
        simulation.Agenda.Add(now + simulation.Workload.Queue.Sample(simulation.Random) + pause, this);
    }
}
