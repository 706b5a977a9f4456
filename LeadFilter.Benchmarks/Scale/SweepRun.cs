using LeadFilter.Pipeline.Upkeep;

namespace LeadFilter.Scale;

/// <summary>
/// The sweep of what has ended (LeadFilter.Pipeline/Upkeep/RetentionSweep.cs), which begins when measuring does: step after step
/// it reads a page of a table, which counts for each row that is read. What it deletes comes on top and is left out: in the long
/// run as many rows end as are written.
/// </summary>
/// <param name="simulation">The simulation.</param>
internal sealed class SweepRun(Simulation simulation) : Occurrence, ICaller
{
    private readonly double rowsOfPartition =
        simulation.Workload.Rate * SweepPass.ReceiptSeconds / StorageTables.ByThreeDigits;

    private TablePartition? target;
    private double rowsLeft;
    private double endsAt;

    /// <summary>Rows that it has read.</summary>
    public long Rows { get; private set; }

    /// <summary>Begins.</summary>
    /// <param name="now">Seconds since the start.</param>
    public void Begin(double now)
    {
        endsAt = now + simulation.Deployment.SweepSeconds;
        Happen(now);
    }

    /// <inheritdoc/>
    public override void Happen(double now)
    {
        if (now >= endsAt)
        {
            return;
        }

        // A table is read in the order of its keys: all pages of a partition come one after the other.
        if (target is null || rowsLeft <= 0)
        {
            target = simulation.Any(simulation.Tables.Receipts);
            rowsLeft = rowsOfPartition;
        }

        rowsLeft -= RetentionSweep.StepRows;
        new TableCall(
            simulation.Agenda, simulation.Random, target, RetentionSweep.StepRows, simulation.Workload.Scan, this, call: 0).Begin(now);
    }

    /// <inheritdoc/>
    public void Answered(double now, bool succeeded, int call)
    {
        // A table that is busy ends the sweep: it goes on from there an hour later.
        if (succeeded)
        {
            Rows += RetentionSweep.StepRows;
            simulation.Agenda.Add(now + SweepPass.CursorSeconds(simulation.Workload), this);
        }
    }
}
