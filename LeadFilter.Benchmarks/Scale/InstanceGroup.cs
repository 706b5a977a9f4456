namespace LeadFilter.Scale;

/// <summary>Instances that scale together.</summary>
/// <param name="simulation">The simulation.</param>
/// <param name="concurrency">What one instance works on at once.</param>
/// <param name="warm">How many are always ready.</param>
/// <param name="max">How many there may be, the always-ready ones among them.</param>
/// <param name="step">How many one decision adds at most.</param>
/// <param name="pause">Seconds between two decisions.</param>
/// <param name="batch">How much of what waits is taken together.</param>
internal sealed class InstanceGroup(
    Simulation simulation, int concurrency, int warm, int max, int step, double pause, int batch = 1) : Occurrence
{
    private readonly List<Instance> ready = [.. Enumerable.Range(0, warm).Select(static _ => new Instance(isWarm: true))];
    private readonly Queue<IInstanceWork> waiting = new();
    private int allocated = warm;
    private int running;
    private int peak;

    /// <summary>Instances that are ready.</summary>
    public IReadOnlyList<Instance> Ready => ready;

    /// <summary>What waits for an instance.</summary>
    public int Waiting => waiting.Count;

    /// <summary>The most that were worked on at once.</summary>
    public int MostRunning { get; private set; }

    /// <summary>Begins to decide about its size.</summary>
    public void Start() => simulation.Agenda.Add(pause, this);

    /// <summary>Brings something, which begins at once or when an instance is free.</summary>
    /// <param name="now">Seconds since the start.</param>
    /// <param name="work">What.</param>
    public void Bring(double now, IInstanceWork work)
    {
        waiting.Enqueue(work);
        peak = Math.Max(peak, Wanted);
        Fill(now);
    }

    /// <summary>Takes of what waits to where something has begun.</summary>
    /// <param name="most">How much at most.</param>
    public IReadOnlyList<IInstanceWork> TakeWaiting(int most)
    {
        var taken = new List<IInstanceWork>();
        while (taken.Count < most && waiting.TryDequeue(out var work))
        {
            taken.Add(work);
        }

        return taken;
    }

    /// <summary>Something has ended.</summary>
    /// <param name="now">Seconds since the start.</param>
    /// <param name="instance">Where.</param>
    public void Leave(double now, Instance instance)
    {
        instance.Leave(now);
        running--;
        Fill(now);
    }

    /// <summary>Decides about its size.</summary>
    /// <param name="now">Seconds since the start.</param>
    public override void Happen(double now)
    {
        var wanted = Math.Min(max, (peak + concurrency - 1) / concurrency);
        for (var more = Math.Min(step, wanted - allocated); more > 0; more--)
        {
            allocated++;
            simulation.Agenda.Add(now + simulation.Workload.Start.Sample(simulation.Random), new InstanceStart(this));
        }

        peak = Wanted;
        simulation.Agenda.Add(now + pause, this);
    }

    /// <summary>An instance is ready.</summary>
    /// <param name="now">Seconds since the start.</param>
    public void Join(double now)
    {
        ready.Add(new Instance(isWarm: false));
        Fill(now);
    }

    private int Wanted => running + ((waiting.Count + batch - 1) / batch);

    private void Fill(double now)
    {
        while (waiting.Count > 0 && running < ready.Count * concurrency)
        {
            var instance = ready[0];
            foreach (var other in ready)
            {
                instance = other.Running < instance.Running ? other : instance;
            }

            instance.Enter(now);
            running++;
            MostRunning = Math.Max(MostRunning, running);
            waiting.Dequeue().Begin(now, instance);
        }
    }
}
