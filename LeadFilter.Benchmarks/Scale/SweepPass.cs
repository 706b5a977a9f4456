using LeadFilter.Pipeline.Upkeep;

namespace LeadFilter.Scale;

/// <summary>
/// How long the sweep takes to pass all rows once. What is past its retention stays for up to so long before it is deleted.
/// </summary>
internal static class SweepPass
{
    /// <summary>How long a receipt is kept, seconds.</summary>
    public const double ReceiptSeconds = 86_400;

    private const double DaySeconds = 86_400;

    /// <summary>How long claims are kept, days: a day longer than the window of the samples' campaigns.</summary>
    private const double ClaimDays = 91;

    /// <summary>Seconds for reading and writing how far a sweep has come, at each step.</summary>
    /// <param name="workload">Says how long calls take.</param>
    public static double CursorSeconds(Workload workload) => workload.Read.Mean + workload.Write.Mean;

    /// <summary>Rows that are kept when the installation is older than every retention.</summary>
    /// <param name="workload">What comes in.</param>
    public static double RowsKept(Workload workload)
    {
        var retention = new RetentionOptions();
        return workload.Rate * DaySeconds
            * ((ReceiptSeconds / DaySeconds)
                + retention.Decisions.TotalDays
                + (workload.Bought * retention.Deliveries.TotalDays)
                + (workload.Bought * LeadSteps.Identities * ClaimDays));
    }

    /// <summary>Rows of receipts.</summary>
    /// <param name="workload">What comes in.</param>
    public static double Receipts(Workload workload) => workload.Rate * ReceiptSeconds;

    /// <summary>Rows that one sweep reads at most, if nothing refuses it.</summary>
    /// <param name="workload">Says how long calls take.</param>
    /// <param name="deployment">Says how long it may take.</param>
    public static double RowsOfSweep(Workload workload, Deployment deployment) =>
        deployment.SweepSeconds / (workload.Scan.Mean + CursorSeconds(workload)) * RetentionSweep.StepRows;

    /// <summary>Days until all rows were read once.</summary>
    /// <param name="workload">What comes in.</param>
    /// <param name="deployment">Says how often and how long it sweeps.</param>
    public static double Days(Workload workload, Deployment deployment) =>
        RowsKept(workload) / RowsOfSweep(workload, deployment) * deployment.SweepPause / DaySeconds;
}
