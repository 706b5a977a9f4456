namespace LeadFilter.Scale;

/// <summary>A lead from the vendor's request to the answer.</summary>
/// <param name="simulation">The simulation.</param>
/// <param name="kind">What becomes of it if nothing fails.</param>
/// <param name="vendor">Its vendor's number; 0 is the biggest.</param>
/// <param name="arrivedAt">When the request arrived.</param>
internal sealed class LeadRun(Simulation simulation, LeadKind kind, int vendor, double arrivedAt) : Occurrence, ICaller, IInstanceWork
{
    private const int Main = 0;
    private const int Decision = 1;
    private const int LateDecision = 2;

    private readonly IReadOnlyList<Step> steps = LeadSteps.Of(kind);
    private Instance? instance;
    private TablePartition? receipt;
    private int at = -1;
    private int open;
    private bool failed;

    /// <inheritdoc/>
    public void Begin(double now, Instance instance)
    {
        this.instance = instance;
        simulation.Agenda.Add(instance.Work(now, simulation.Workload.RequestWork), this);
    }

    /// <inheritdoc/>
    public override void Happen(double now) => Next(now);

    /// <inheritdoc/>
    public void Answered(double now, bool succeeded, int call)
    {
        if (call == Decision && !succeeded)
        {
            // The log is down: its record goes to the queue, and the decision stands.
            new BusCall(simulation, this, LateDecision).Begin(now);
            return;
        }

        if (call == LateDecision && succeeded)
        {
            simulation.Tally.LateRecords++;
            new LateRecord(simulation, PartitionOfDecision()).Begin(now);
        }

        failed |= !succeeded;
        if (--open > 0)
        {
            return;
        }

        if (!failed || steps[at] == Step.SettleAndDecision)
        {
            // A lead that the queue has is bought, whatever fails after that.
            Next(now);
        }
        else
        {
            simulation.Finish(now, arrivedAt, Outcome.Error, instance!);
        }
    }

    private void Next(double now)
    {
        if (++at == steps.Count)
        {
            simulation.Finish(now, arrivedAt, kind == LeadKind.Bought ? Outcome.Bought : Outcome.Rejected, instance!);
            return;
        }

        var work = simulation.Workload;
        open = 1;
        switch (steps[at])
        {
            case Step.Receipt:
                receipt = simulation.Any(simulation.Tables.Receipts);
                Call(now, receipt, work.Write, Main);
                break;
            case Step.Suppression:
                open = LeadSteps.Identities;
                for (var identity = 0; identity < LeadSteps.Identities; identity++)
                {
                    Call(now, simulation.Any(simulation.Tables.Suppressions), work.Read, Main);
                }

                break;
            case Step.Claim:
                Call(now, simulation.Any(simulation.Tables.Claims), work.Write, Main);
                break;
            case Step.ReadClaim:
                Call(now, simulation.Any(simulation.Tables.Claims), work.Read, Main);
                break;
            case Step.Cap when work.HasCap:
                new CapTake(simulation, instance!, this).Pick(now);
                break;
            case Step.Cap:
                Next(now);
                break;
            case Step.Send:
                new BusCall(simulation, this, Main).Begin(now);
                break;
            case Step.Settle:
                Call(now, receipt!, work.Write, Main);
                break;
            case Step.Decision:
                Call(now, PartitionOfDecision(), work.Write, Decision);
                break;
            default:
                simulation.Enqueue(now);
                open = 2;
                Call(now, receipt!, work.Write, Main);
                Call(now, PartitionOfDecision(), work.Write, Decision);
                break;
        }
    }

    private TablePartition PartitionOfDecision()
    {
        var shards = simulation.Deployment.DecisionShards;
        var shard = shards == 1 || instance!.PaceOf(vendor).IsForFirst((long)arrivedAt) ? 0 : 1 + simulation.Random.Next(shards - 1);
        return simulation.Tables.Decisions[(vendor * shards) + shard];
    }

    private void Call(double now, TablePartition target, Latency latency, int call) =>
        new TableCall(simulation.Agenda, simulation.Random, target, 1, latency, this, call).Begin(now);
}
