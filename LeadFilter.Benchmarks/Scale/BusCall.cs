namespace LeadFilter.Scale;

/// <summary>
/// Sends a message, as Service Bus's client does it with the settings of LeadFilter.Functions/Queues/QueueRegistration.cs: a
/// refused call waits ten seconds before its next try, and while the namespace counts as busy, a new call fails after its time-out.
/// </summary>
/// <param name="simulation">The simulation.</param>
/// <param name="instance">The instance whose client sends.</param>
/// <param name="caller">Who waits.</param>
/// <param name="call">Which of the caller's calls.</param>
internal sealed class BusCall(Simulation simulation, Instance instance, ICaller caller, int call) : Occurrence
{
    private const int Retries = 2;
    private const double TryTimeout = 5;

    private int refusals;
    private bool answered;
    private bool succeeded;

    /// <summary>Makes the call.</summary>
    /// <param name="now">Seconds since the start.</param>
    public void Begin(double now)
    {
        if (now < instance.BusBusyUntil)
        {
            answered = true;
            simulation.Agenda.Add(now + TryTimeout, this);
        }
        else
        {
            Try(now);
        }
    }

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
        answered = succeeded || refusals == Retries;
        refusals++;
        var pause = 0.0;
        if (!succeeded)
        {
            instance.BusBusyUntil = now + AzureLimits.BusyPause;
            pause = answered ? 0 : AzureLimits.BusyPause;
        }

        simulation.Agenda.Add(now + simulation.Workload.Queue.Sample(simulation.Random) + pause, this);
    }
}
