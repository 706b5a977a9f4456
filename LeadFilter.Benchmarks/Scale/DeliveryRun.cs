namespace LeadFilter.Scale;

/// <summary>A bought lead from the queue to the CRM.</summary>
/// <param name="simulation">The simulation.</param>
/// <param name="sentAt">When the queue took it.</param>
internal sealed class DeliveryRun(Simulation simulation, double sentAt) : Occurrence, ICaller, IInstanceWork
{
    private const int Find = 0;
    private const int Record = 1;

    // RedeliverySchedule's first pauses; later ones are longer than a run.
    private static readonly double[] Pauses = [5, 15, 60, 300];

    private Instance? instance;
    private TablePartition? target;
    private int attempts;
    private State state;

    private enum State
    {
        Receiving,
        Received,
        Calling,
        Settling,
        Postponed,
    }

    /// <inheritdoc/>
    public void Begin(double now, Instance instance)
    {
        this.instance = instance;
        state = State.Receiving;
        Happen(now);
    }

    /// <inheritdoc/>
    public override void Happen(double now)
    {
        switch (state)
        {
            case State.Receiving when !simulation.Bus.TryReceive(now):
                simulation.Agenda.Add(now + AzureLimits.BusyPause, this);
                break;
            case State.Receiving:
                state = State.Received;
                simulation.Agenda.Add(
                    instance!.Work(now, simulation.Workload.RequestWork) + simulation.Workload.Queue.Sample(simulation.Random), this);
                break;
            case State.Received:
                target = simulation.Any(simulation.Tables.Deliveries);
                new TableCall(simulation.Agenda, simulation.Random, target, 1, simulation.Workload.Read, this, Find).Begin(now);
                break;
            case State.Calling:
                simulation.CrmBusy--;
                new TableCall(simulation.Agenda, simulation.Random, target!, 1, simulation.Workload.Write, this, Record).Begin(now);
                break;
            case State.Settling:
                simulation.Bus.Complete();
                simulation.Delivered(now, sentAt, instance!);
                break;
            default:
                simulation.Forwarders.Bring(now, this);
                break;
        }
    }

    /// <inheritdoc/>
    public void Answered(double now, bool succeeded, int call)
    {
        if (!succeeded)
        {
            Postpone(now);
        }
        else if (call == Record)
        {
            state = State.Settling;
            simulation.Agenda.Add(now + simulation.Workload.Queue.Sample(simulation.Random), this);
        }
        else if (simulation.CrmBusy >= simulation.Workload.CrmPlaces)
        {
            simulation.Tally.CrmRefusals++;
            Postpone(now);
        }
        else
        {
            simulation.CrmBusy++;
            simulation.Tally.MostCrmCalls = Math.Max(simulation.Tally.MostCrmCalls, simulation.CrmBusy);
            state = State.Calling;
            simulation.Agenda.Add(now + simulation.Workload.Crm.Sample(simulation.Random), this);
        }
    }

    // A copy is scheduled for later, and the message completed.
    private void Postpone(double now)
    {
        state = State.Postponed;
        simulation.Bus.TrySend(now);
        simulation.Bus.Complete();
        simulation.Forwarders.Leave(now, instance!);
        simulation.Agenda.Add(now + Pauses[Math.Min(attempts++, Pauses.Length - 1)], this);
    }
}
