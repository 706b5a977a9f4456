namespace LeadFilter.Scale;

/// <summary>What a million leads cost, if the rate goes on for a month. US dollars.</summary>
/// <param name="Instances">Instances, and their executions.</param>
/// <param name="ServiceBus">Service Bus.</param>
/// <param name="Tables">Table calls and space for a month.</param>
/// <param name="Telemetry">Logs, traces and metrics, all of them kept.</param>
internal sealed record Bill(double Instances, double ServiceBus, double Tables, double Telemetry)
{
    private const double Million = 1e6;

    /// <summary>All of it.</summary>
    public double Total => Instances + ServiceBus + Tables + Telemetry;

    /// <summary>The bill for a run so far.</summary>
    /// <param name="run">The run.</param>
    /// <param name="now">Seconds since the start.</param>
    public static Bill Of(Simulation run, double now)
    {
        Instance[] instances = [.. run.Http.Ready, .. run.Forwarders.Ready];
        foreach (var instance in instances)
        {
            instance.Close(now);
        }

        var tally = run.Tally;
        double leads = tally.Answered.Sum();
        var month = run.Workload.Rate * Prices.MonthSeconds / Million;
        var warm = run.Deployment.WarmHttp + run.Deployment.WarmForward;
        var working = instances.Sum(static instance => instance.BilledSeconds * (instance.IsWarm ? Prices.WarmWorking : Prices.Working));
        var instancesCost = (working * AzureLimits.InstanceGigabytes / leads * Million)
            + (warm * AzureLimits.InstanceGigabytes * Prices.MonthSeconds * Prices.WarmBeing / month)
            + ((leads + tally.Delivered) / leads * Prices.MillionExecutions);
        var hours = Prices.MonthSeconds / 3600;
        var operations = run.Bus.Operations / leads * month * Million;
        var bus = run.Deployment.IsPremium
            ? run.Deployment.MessagingUnits * hours * Prices.MessagingUnitHour
            : (hours * Prices.StandardHour) + (Math.Max(0, operations - Prices.IncludedOperations) / Million * Prices.MillionOperations);
        var tables = (run.Tables.Calls / leads * Prices.MillionTableCalls) + (Prices.TableBytes * Million / 1e9 * Prices.TableGigabyte);
        return new(instancesCost, bus / month, tables, Prices.LogBytes * Million / 1e9 * Prices.LogGigabyte);
    }
}
