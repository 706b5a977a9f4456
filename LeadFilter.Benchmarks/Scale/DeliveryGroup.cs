namespace LeadFilter.Scale;

/// <summary>
/// Messages of a batch that one call brings to the CRM: a single one, unless leads are delivered several in a call. They are
/// looked for, the CRM is called, and they are recorded.
/// </summary>
/// <param name="simulation">The simulation.</param>
/// <param name="batch">What they were received with.</param>
/// <param name="messages">The messages.</param>
internal sealed class DeliveryGroup(Simulation simulation, DeliveryBatch batch, IReadOnlyList<Message> messages) : Occurrence, ICaller
{
    private const int Find = 0;
    private const int Record = 1;
    private const int Index = 2;

    private readonly TablePartition[] targets = new TablePartition[messages.Count];
    private int open;
    private bool failed;

    /// <summary>The messages are there.</summary>
    /// <param name="now">Seconds since the start.</param>
    public void Begin(double now)
    {
        open = messages.Count;
        for (var at = 0; at < messages.Count; at++)
        {
            targets[at] = simulation.Any(simulation.Tables.Deliveries);
            new TableCall(simulation.Agenda, simulation.Random, targets[at], 1, simulation.Workload.Read, this, Find).Begin(now);
        }
    }

    /// <summary>The CRM has answered.</summary>
    /// <param name="now">Seconds since the start.</param>
    public override void Happen(double now)
    {
        simulation.CrmBusy--;
        open = messages.Count;
        foreach (var target in targets)
        {
            new TableCall(simulation.Agenda, simulation.Random, target, 1, simulation.Workload.Write, this, Record).Begin(now);
        }
    }

    /// <inheritdoc/>
    public void Answered(double now, bool succeeded, int call)
    {
        failed |= !succeeded;
        if (--open > 0)
        {
            return;
        }

        if (failed || call == Index)
        {
            batch.Ended(now, messages, !failed);
        }
        else if (call == Record)
        {
            open = messages.Count;
            for (var at = 0; at < messages.Count; at++)
            {
                var index = simulation.Any(simulation.Tables.Deliveries);
                new TableCall(simulation.Agenda, simulation.Random, index, 1, simulation.Workload.Write, this, Index).Begin(now);
            }
        }
        else if (simulation.CrmBusy >= simulation.Workload.CrmPlaces)
        {
            simulation.Tally.CrmRefusals++;
            batch.Ended(now, messages, areDelivered: false);
        }
        else
        {
            simulation.CrmBusy++;
            simulation.Tally.MostCrmCalls = Math.Max(simulation.Tally.MostCrmCalls, simulation.CrmBusy);
            simulation.Agenda.Add(now + simulation.Workload.Crm.Sample(simulation.Random), this);
        }
    }
}
