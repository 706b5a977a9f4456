namespace LeadFilter.Scale;

/// <summary>Leads arrive at random (Poisson), in bursts and the calm between them, at the workload's rate on average.</summary>
internal sealed class Arrivals : Occurrence
{
    private readonly Simulation simulation;
    private readonly double end;
    private readonly double calmRate;
    private readonly double[] vendorUpTo;
    private bool isBurst;
    private double changesAt;

    /// <summary>Begins.</summary>
    /// <param name="simulation">The simulation.</param>
    /// <param name="end">When the last lead may arrive, seconds.</param>
    public Arrivals(Simulation simulation, double end)
    {
        var workload = simulation.Workload;
        (this.simulation, this.end) = (simulation, end);
        var burstPart = workload.BurstSeconds / (workload.BurstSeconds + workload.CalmSeconds);
        calmRate = workload.Rate / (1 + (burstPart * (workload.Burst - 1)));
        var sum = 0.0;
        vendorUpTo = [.. Enumerable.Range(1, workload.Vendors).Select(n => sum += workload.BiggestVendor / n)];
        changesAt = Exponential(workload.CalmSeconds);
        simulation.Agenda.Add(NextAfter(0), this);
    }

    /// <inheritdoc/>
    public override void Happen(double now)
    {
        if (now > end)
        {
            return;
        }

        simulation.Arrive(now, Kind(), Vendor());
        simulation.Agenda.Add(NextAfter(now), this);
    }

    private LeadKind Kind()
    {
        var draw = simulation.Random.NextDouble();
        return draw < simulation.Workload.Bought ? LeadKind.Bought
            : draw < simulation.Workload.Bought + simulation.Workload.Duplicates ? LeadKind.Duplicate
            : LeadKind.Screened;
    }

    private int Vendor()
    {
        var draw = simulation.Random.NextDouble();
        var vendor = 0;
        while (vendor < vendorUpTo.Length - 1 && draw >= vendorUpTo[vendor])
        {
            vendor++;
        }

        return vendor;
    }

    private double NextAfter(double now)
    {
        var workload = simulation.Workload;
        var next = now + Exponential(1 / RateNow());
        while (next > changesAt)
        {
            // What is left of an exponential time is exponential again: draw anew from the change on.
            isBurst = !isBurst;
            next = changesAt + Exponential(1 / RateNow());
            changesAt += Exponential(isBurst ? workload.BurstSeconds : workload.CalmSeconds);
        }

        return next;
    }

    private double RateNow() => isBurst ? calmRate * simulation.Workload.Burst : calmRate;

    private double Exponential(double mean) => -mean * Math.Log(1 - simulation.Random.NextDouble());
}
