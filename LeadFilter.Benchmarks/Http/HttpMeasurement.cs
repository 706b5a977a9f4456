using LeadFilter.Benchmarks.Comparisons;
using LeadFilter.Benchmarks.Leads;
using LeadFilter.Benchmarks.Load;
using LeadFilter.Benchmarks.Plots;
using LeadFilter.Benchmarks.Processes;

namespace LeadFilter.Benchmarks.Http;

/// <summary>
/// Measures the filter and its peers by turns, in short runs with the same leads and the same client: first as fast as answers
/// come, then at a steady rate. Each round has one run of each, in alternating order, so that a slow phase of the machine hits
/// all of them.
/// </summary>
/// <param name="settings">What is measured.</param>
/// <param name="progress">Takes a line for each step.</param>
internal sealed class HttpMeasurement(HttpSettings settings, Action<string> progress)
{
    private const double PointsInDecade = 25;
    private const double Decades = 4;
    private static readonly TimeSpan MaxDrain = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly List<LoadRun> runs = [];
    private readonly List<ServerStart> starts = [];
    private readonly List<PlotSeries> curves = [];

    /// <summary>What was found.</summary>
    public IReadOnlyList<LoadRun> Runs => runs;

    /// <summary>What the servers took to begin with.</summary>
    public IReadOnlyList<ServerStart> Starts => starts;

    /// <summary>The latency at a steady rate by percentile: the reciprocal of the share that took longer, and milliseconds.</summary>
    public IReadOnlyList<PlotSeries> Curves => curves;

    /// <summary>Measures.</summary>
    /// <param name="cancellation">Stops.</param>
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var kind in settings.Leads)
        {
            using var servers = new Servers(settings.Filter);
            var crm = await servers.StartBareAsync(cancellation);
            List<Contestant> all = [];
            try
            {
                all.Add(await StartAsync(LoadRun.FilterName, () => servers.StartFilterAsync(crm, cancellation), decides: true));
                foreach (var peer in settings.Against)
                {
                    all.Add(await StartAsync(
                        LoadRun.NameOf(peer), () => servers.StartAsync(peer, crm, cancellation), decides: peer == Peer.Team));
                }

                await CompareAsync(kind, all, crm, cancellation);
                starts.AddRange(all.Select(static one => one.Start));
            }
            finally
            {
                all.ForEach(static one => one.Dispose());
            }

            Task<Contestant> StartAsync(string name, Func<Task<ServedProcess>> begin, bool decides) =>
                Contestant.StartAsync(kind, name, begin, settings.Connections, decides);
        }
    }

    private async Task CompareAsync(LeadKind kind, List<Contestant> all, ServedProcess crm, CancellationToken cancellation)
    {
        progress($"{kind}: warm-up");
        foreach (var one in all)
        {
            await one.RunAsync(0, null, settings.Warmup, cancellation);
            await DrainAsync(crm, cancellation);
        }

        progress($"{kind}: {settings.Connections} connections");
        await MeasureAsync(all, null, crm, cancellation);
        var rate = settings.Rate ?? Math.Max(1, Math.Round(RateOf(LoadRun.FilterName) / 2));
        var steady = all.Where(one => one.Name == LoadRun.FilterName || RateOf(one.Name) > rate).ToList();
        progress($"{kind}: {rate:0} leads/s");
        await MeasureAsync(steady, rate, crm, cancellation);

        double RateOf(string name) =>
            Ratio.MedianOf(runs.Where(run => run.Leads == kind && run.Server == name && run.Asked is null).Select(static run => run.Rate));
    }

    private async Task MeasureAsync(List<Contestant> all, double? rate, ServedProcess crm, CancellationToken cancellation)
    {
        for (var round = 1; round <= settings.Rounds; round++)
        {
            foreach (var one in round % 2 == 1 ? all : Enumerable.Reverse(all))
            {
                var (run, times) = await one.RunAsync(round, rate, settings.Duration, cancellation);
                runs.Add(run);
                if (rate is not null && round == settings.Rounds)
                {
                    curves.Add(CurveOf(run, times));
                }

                await DrainAsync(crm, cancellation);
            }
        }
    }

    private static PlotSeries CurveOf(LoadRun run, LoadTimes times)
    {
        var points = new List<(double X, double Y)>();
        for (var step = 0; step <= Decades * PointsInDecade; step++)
        {
            var reciprocal = Math.Pow(10, step / PointsInDecade);
            if (reciprocal <= times.Total)
            {
                points.Add((reciprocal, Math.Max(0.01, times.Percentile(Math.Max(1e-9, 1 - (1 / reciprocal))))));
            }
        }

        return new(
            $"{run.Server}, {run.Leads.ToString().ToLowerInvariant()}, {run.Asked:0}/s",
            points,
            (int)run.Leads,
            run.Server != LoadRun.FilterName);
    }

    /// <summary>Waits until deliveries have stopped, so that those of one run are no load on the next.</summary>
    private static async Task DrainAsync(ServedProcess crm, CancellationToken cancellation)
    {
        using var client = new HttpClient();
        var taken = new Uri(crm.Url, "/taken");
        var (before, started) = ("", TimeProvider.System.GetTimestamp());
        while (TimeProvider.System.GetElapsedTime(started) < MaxDrain
            && await client.GetStringAsync(taken, cancellation) is var now && now != before)
        {
            before = now;
            await Task.Delay(Pause, TimeProvider.System, cancellation);
        }
    }
}
