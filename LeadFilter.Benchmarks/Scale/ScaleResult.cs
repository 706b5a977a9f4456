namespace LeadFilter.Scale;

/// <summary>What a run showed. Times are in seconds.</summary>
internal sealed record ScaleResult
{
    /// <summary>Leads a second, as asked for.</summary>
    public required double Rate { get; init; }

    /// <summary>The scenario's name.</summary>
    public string Scenario { get; init; } = "";

    /// <summary>How long was measured.</summary>
    public required double Seconds { get; init; }

    /// <summary>Leads that arrived, warming up included.</summary>
    public required long Arrived { get; init; }

    /// <summary>Leads that arrived while measured.</summary>
    public required long ArrivedMeasured { get; init; }

    /// <summary>Leads answered while measured.</summary>
    public required long AnsweredMeasured { get; init; }

    /// <summary>The median answer.</summary>
    public required double P50 { get; init; }

    /// <summary>The 95th percentile of the answers.</summary>
    public required double P95 { get; init; }

    /// <summary>The 99th percentile of the answers.</summary>
    public required double P99 { get; init; }

    /// <summary>The 99th percentile while warming up: instances start.</summary>
    public required double StartP99 { get; init; }

    /// <summary>The mean answer.</summary>
    public required double MeanAnswer { get; init; }

    /// <summary>Leads whose answer was awaited, on average.</summary>
    public required double MeanOpen { get; init; }

    /// <summary>Leads answered 503, warming up included, until the measuring ended.</summary>
    public required long Errors { get; init; }

    /// <summary>The 95th percentile of the time from the queue's taking a lead to its being done.</summary>
    public required double DeliveryP95 { get; init; }

    /// <summary>Leads that the queue took until the measuring ended.</summary>
    public required long Sent { get; init; }

    /// <summary>Of them, those that the CRM did not have when it ended.</summary>
    public required long Backlog { get; init; }

    /// <summary>The most leads in the queue or on their way.</summary>
    public required long MostBacklog { get; init; }

    /// <summary>Decisions that went to the queue first, since the log refused them.</summary>
    public required long LateRecords { get; init; }

    /// <summary>Rows a second that the sweep read, while it swept.</summary>
    public required double SweptPerSecond { get; init; }

    /// <summary>The most calls to the CRM at once.</summary>
    public required int MostCrmCalls { get; init; }

    /// <summary>Instances that answer vendors, at the end.</summary>
    public required int HttpInstances { get; init; }

    /// <summary>Instances that deliver, at the end.</summary>
    public required int ForwardInstances { get; init; }

    /// <summary>Places of the cap that a lead tried and another had.</summary>
    public required long CapCollisions { get; init; }

    /// <summary>The limits, the most used first.</summary>
    public required IReadOnlyList<ResourceLoad> Resources { get; init; }

    /// <summary>What a million leads cost, US dollars.</summary>
    public required Bill Cost { get; init; }

    /// <summary>Leads answered with each <see cref="Outcome"/>, a minute after the last one arrived.</summary>
    public IReadOnlyList<long> Answers { get; init; } = [];

    /// <summary>Leads that the CRM has by then.</summary>
    public long DeliveredInTheEnd { get; init; }

    /// <summary>Leads not answered by then.</summary>
    public long Unanswered { get; init; }

    /// <summary>Calls that were refused while measured.</summary>
    public long Refused => Resources.Sum(static one => one.Refused);

    /// <summary>The limit that refused most; null if none refused anything.</summary>
    public ResourceLoad? Bottleneck => Refused == 0 ? null : Resources.MaxBy(static one => one.Refused);

    /// <summary>The most used partition of a table.</summary>
    public ResourceLoad HottestPartition => Resources.First(static one => one.Resource.StartsWith("partition", StringComparison.Ordinal));

    /// <summary>Reads a run off when its measuring ends.</summary>
    /// <param name="run">The run.</param>
    /// <param name="seconds">How long was measured.</param>
    /// <param name="now">Seconds since the start.</param>
    public static ScaleResult Measure(Simulation run, double seconds, double now)
    {
        var tally = run.Tally;
        tally.ChangeOpen(now, 0);
        tally.AnswerSeconds.Sort();
        tally.EarlyAnswerSeconds.Sort();
        tally.DeliverySeconds.Sort();
        return new()
        {
            Rate = run.Workload.Rate,
            Seconds = seconds,
            Arrived = tally.Arrived,
            ArrivedMeasured = tally.ArrivedMeasured,
            AnsweredMeasured = tally.AnswerSeconds.Count,
            P50 = Percentile(tally.AnswerSeconds, 0.5),
            P95 = Percentile(tally.AnswerSeconds, 0.95),
            P99 = Percentile(tally.AnswerSeconds, 0.99),
            StartP99 = Percentile(tally.EarlyAnswerSeconds, 0.99),
            MeanAnswer = tally.AnswerSeconds.Count == 0 ? 0 : tally.AnswerSeconds.Average(),
            MeanOpen = tally.OpenSeconds / seconds,
            Errors = tally.Answered[(int)Outcome.Error],
            DeliveryP95 = Percentile(tally.DeliverySeconds, 0.95),
            Sent = tally.Sent,
            Backlog = tally.Sent - tally.Delivered,
            MostBacklog = tally.MostUndelivered,
            LateRecords = tally.LateRecords,
            SweptPerSecond = run.Sweep.Rows / Math.Min(seconds, run.Deployment.SweepSeconds),
            MostCrmCalls = tally.MostCrmCalls,
            HttpInstances = run.Http.Ready.Count,
            ForwardInstances = run.Forwarders.Ready.Count,
            CapCollisions = run.CapCollisions,
            Resources = [.. ResourcesOf(run, seconds).OrderByDescending(static one => one.Load)],
            Cost = Bill.Of(run, now),
        };
    }

    private static IEnumerable<ResourceLoad> ResourcesOf(Simulation run, double seconds)
    {
        yield return new(
            "Service Bus",
            Math.Max(run.Bus.In.Load(seconds), run.Bus.Out.Load(seconds)),
            run.Bus.In.RefusedSinceMark + run.Bus.Out.RefusedSinceMark);
        yield return new(
            "storage account",
            run.Tables.Accounts.Max(account => account.Load(seconds)),
            run.Tables.Accounts.Sum(static account => account.RefusedSinceMark));
        foreach (var (name, partitions) in run.Tables.Named)
        {
            yield return new(
                $"partition of {name}",
                partitions.Max(partition => partition.Own.Load(seconds)),
                partitions.Sum(static partition => partition.Own.RefusedSinceMark));
        }
    }

    private static double Percentile(List<float> sorted, double part) =>
        sorted.Count == 0 ? 0 : sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * part)];
}
