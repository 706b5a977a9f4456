namespace LeadFilter.Scale;

/// <summary>
/// A run: leads arrive, instances work on them, and the stores answer or refuse. It knows no clock and no chance but its seed's,
/// so the same seed gives the same run.
/// </summary>
internal sealed class Simulation
{
    /// <summary>Seconds before measuring usually begins: instances start, ledgers fill.</summary>
    public const double UsualWarmUp = 30;

    // Long enough for the last answers: a call that is refused to the end takes 35 s.
    private const double Rest = 60;

    private bool measuring;

    /// <summary>Prepares a run.</summary>
    /// <param name="workload">What comes in.</param>
    /// <param name="deployment">How the filter is installed.</param>
    /// <param name="seed">The seed.</param>
    public Simulation(Workload workload, Deployment deployment, int seed)
    {
        (Workload, Deployment, Random) = (workload, deployment, new Random(seed));
        Tables = new(workload, deployment);
        Bus = new(workload, deployment);
        Cap = new(Tables.Caps, Tables.CapNotes[0], workload.CapLimit);
        Sweep = new(this);
        Http = new(this, deployment.LeadsAtOnce, deployment.WarmHttp, deployment.MaxHttp, AzureLimits.HttpScaleStep, pause: 1);
        Forwarders = new(
            this,
            deployment.ForwardConcurrency,
            deployment.WarmForward,
            deployment.MaxForward,
            AzureLimits.QueueScaleStep,
            AzureLimits.QueueScalePause,
            deployment.DeliveryBatch);
    }

    /// <summary>What comes in.</summary>
    public Workload Workload { get; }

    /// <summary>How the filter is installed.</summary>
    public Deployment Deployment { get; }

    /// <summary>The source of chance.</summary>
    public Random Random { get; }

    /// <summary>What is to happen.</summary>
    public Agenda Agenda { get; } = new();

    /// <summary>The tables.</summary>
    public StorageTables Tables { get; }

    /// <summary>The cap.</summary>
    public CapTable Cap { get; }

    /// <summary>Service Bus.</summary>
    public ServiceBus Bus { get; }

    /// <summary>The sweep.</summary>
    public SweepRun Sweep { get; }

    /// <summary>The instances that answer vendors.</summary>
    public InstanceGroup Http { get; }

    /// <summary>The instances that deliver.</summary>
    public InstanceGroup Forwarders { get; }

    /// <summary>What is counted.</summary>
    public Tally Tally { get; } = new();

    /// <summary>Calls to the CRM that are under way.</summary>
    public int CrmBusy { get; set; }

    /// <summary>Places that a lead tried and another one had.</summary>
    public long CapCollisions => Cap.Collisions;

    /// <summary>Runs.</summary>
    /// <param name="seconds">How long leads are measured.</param>
    /// <param name="warmUp">How long they come before that, seconds.</param>
    public ScaleResult Run(double seconds, double warmUp = UsualWarmUp)
    {
        Http.Start();
        Forwarders.Start();
        _ = new Arrivals(this, warmUp + seconds);
        Agenda.RunUntil(warmUp);
        Mark(warmUp);
        Sweep.Begin(warmUp);
        Agenda.RunUntil(warmUp + seconds);
        var result = ScaleResult.Measure(this, seconds, warmUp + seconds);
        Agenda.RunUntil(warmUp + seconds + Rest);
        return result with { Answers = [.. Tally.Answered], DeliveredInTheEnd = Tally.Delivered, Unanswered = Tally.Open };
    }

    /// <summary>A partition by a hash.</summary>
    /// <param name="partitions">The table's partitions.</param>
    public TablePartition Any(TablePartition[] partitions) => partitions[Random.Next(partitions.Length)];

    /// <summary>A lead arrives.</summary>
    /// <param name="now">Seconds since the start.</param>
    /// <param name="kind">What is to become of it.</param>
    /// <param name="vendor">Its vendor.</param>
    public void Arrive(double now, LeadKind kind, int vendor)
    {
        Tally.Arrived++;
        Tally.ArrivedMeasured++;
        Tally.ChangeOpen(now, 1);
        Http.Bring(now, new LeadRun(this, kind, vendor, now));
    }

    /// <summary>A lead is answered.</summary>
    /// <param name="now">Seconds since the start.</param>
    /// <param name="arrivedAt">When it arrived.</param>
    /// <param name="outcome">The answer.</param>
    /// <param name="instance">Who answered.</param>
    public void Finish(double now, double arrivedAt, Outcome outcome, Instance instance)
    {
        Tally.Answered[(int)outcome]++;
        Tally.ChangeOpen(now, -1);
        (measuring ? Tally.AnswerSeconds : Tally.EarlyAnswerSeconds).Add((float)(now - arrivedAt));
        Http.Leave(now, instance);
    }

    /// <summary>The queue has taken a lead.</summary>
    /// <param name="now">Seconds since the start.</param>
    public void Enqueue(double now)
    {
        Tally.Sent++;
        Tally.MostUndelivered = Math.Max(Tally.MostUndelivered, Tally.Sent - Tally.Delivered);
        Forwarders.Bring(now, new DeliveryBatch(this, new(now)));
    }

    /// <summary>A lead is delivered.</summary>
    /// <param name="now">Seconds since the start.</param>
    /// <param name="sentAt">When the queue took it.</param>
    public void Delivered(double now, double sentAt)
    {
        Tally.Delivered++;
        if (measuring)
        {
            Tally.DeliverySeconds.Add((float)(now - sentAt));
        }
    }

    private void Mark(double now)
    {
        measuring = true;
        Tally.Mark(now);
        Bus.In.Mark();
        Bus.Out.Mark();
        var partitions = Tables.Named.SelectMany(static table => table.Partitions);
        foreach (var limit in Tables.Accounts.Concat(partitions.Select(static partition => partition.Own)))
        {
            limit.Mark();
        }
    }
}
