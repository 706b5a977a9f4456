namespace LeadFilter.Scale;

/// <summary>
/// What comes in, and what the world around the filter is like. The values that no page gives are assumptions; docs/scale.md
/// names them.
/// </summary>
internal sealed record Workload
{
    /// <summary>Leads a second, on average.</summary>
    public double Rate { get; init; } = 10;

    /// <summary>The part that is bought, 0 to 1.</summary>
    public double Bought { get; init; } = 0.3;

    /// <summary>The part that passes the rules and is a duplicate, 0 to 1.</summary>
    public double Duplicates { get; init; } = 0.1;

    /// <summary>Vendors of the campaign. The n-th biggest sends 1/n of what the biggest sends.</summary>
    public int Vendors { get; init; } = 20;

    /// <summary>Whether the campaign has a cap that counts every bought lead.</summary>
    public bool HasCap { get; init; } = true;

    /// <summary>The cap's limit. The default does not fill up within a run.</summary>
    public int CapLimit { get; init; } = LeadFilter.Core.Capacity.CapLimit.MaxLeads;

    /// <summary>How many times the rate comes in a burst; 1 for none.</summary>
    public double Burst { get; init; } = 3;

    /// <summary>Mean length of a burst, seconds.</summary>
    public double BurstSeconds { get; init; } = 5;

    /// <summary>Mean time between two bursts, seconds.</summary>
    public double CalmSeconds { get; init; } = 55;

    /// <summary>Bytes of a message with a lead.</summary>
    public double MessageBytes { get; init; } = 4_000;

    /// <summary>Processor seconds of a request: Functions host, worker and filter.</summary>
    public double RequestWork { get; init; } = 0.002;

    /// <summary>Processor seconds of each further message that a trigger gets in a batch.</summary>
    public double MessageWork { get; init; } = 0.0005;

    /// <summary>A page of 1,000 rows.</summary>
    public Latency Scan { get; init; } = new(0.100, 0.400);

    /// <summary>A point read.</summary>
    public Latency Read { get; init; } = new(0.005, 0.030);

    /// <summary>An insert or replacement.</summary>
    public Latency Write { get; init; } = new(0.008, 0.050);

    /// <summary>Sending to, receiving from and completing at Service Bus.</summary>
    public Latency Queue { get; init; } = new(0.012, 0.080);

    /// <summary>The CRM's answer.</summary>
    public Latency Crm { get; init; } = new(0.200, 1.500);

    /// <summary>Calls that the CRM takes at once; it answers 429 to any more.</summary>
    public int CrmPlaces { get; init; } = 10_000;

    /// <summary>An instance from its allocation to its first request.</summary>
    public Latency Start { get; init; } = new(1.8, 6);

    /// <summary>The part of the leads that the biggest vendor sends.</summary>
    public double BiggestVendor => 1 / Enumerable.Range(1, Vendors).Sum(static n => 1.0 / n);

    /// <summary>The part that a rule on the lead alone rejects.</summary>
    public double Screened => 1 - Bought - Duplicates;
}
