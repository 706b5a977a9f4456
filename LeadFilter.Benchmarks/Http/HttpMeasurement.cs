using LeadFilter.Benchmarks.Leads;
using LeadFilter.Benchmarks.Load;
using LeadFilter.Benchmarks.Plots;
using LeadFilter.Benchmarks.Processes;

namespace LeadFilter.Benchmarks.Http;

/// <summary>
/// Measures the filter and the bare endpoint by turns, with the same leads and the same client: first as fast as answers
/// come, then at a steady rate.
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
    private readonly List<PlotSeries> curves = [];

    /// <summary>What was found.</summary>
    public IReadOnlyList<LoadRun> Runs => runs;

    /// <summary>The latency of the open loops by percentile: the reciprocal of the share that took longer, and milliseconds.</summary>
    public IReadOnlyList<PlotSeries> Curves => curves;

    /// <summary>Measures.</summary>
    /// <param name="cancellation">Stops.</param>
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var kind in settings.Leads)
        {
            using var servers = new Servers(settings.Filter);
            var bare = await servers.StartBareAsync(cancellation);
            var crm = await servers.StartBareAsync(cancellation);
            var filter = await servers.StartFilterAsync(crm, cancellation);
            using var toBare = new LoadClient(bare.Url, new(kind), settings.Connections, checksOutcome: false);
            using var toFilter = new LoadClient(filter.Url, new(kind), settings.Connections, checksOutcome: true);
            progress($"{kind}: warm-up");
            await toBare.RunClosedAsync(settings.Warmup, cancellation);
            await toFilter.RunClosedAsync(settings.Warmup, cancellation);
            await DrainAsync(crm, cancellation);
            await MeasureAsync(kind, "bare", bare, null, client => client.RunClosedAsync(settings.Duration, cancellation), toBare);
            var top = await MeasureAsync(
                kind, "filter", filter, null, client => client.RunClosedAsync(settings.Duration, cancellation), toFilter);
            await DrainAsync(crm, cancellation);
            var rate = settings.Rate ?? Math.Max(1, Math.Round(top.Rate / 2));
            await MeasureAsync(
                kind, "filter", filter, rate, client => client.RunOpenAsync(rate, settings.Duration, cancellation), toFilter);
            await MeasureAsync(kind, "bare", bare, rate, client => client.RunOpenAsync(rate, settings.Duration, cancellation), toBare);
        }
    }

    private static PlotSeries CurveOf(LoadRun run, LoadTimes times, int colour)
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
            $"{(run.Server == "bare" ? "bare endpoint" : run.Leads.ToString().ToLowerInvariant())}, {run.Asked:0}/s",
            points,
            colour,
            run.Server == "bare");
    }

    private async Task<LoadRun> MeasureAsync(
        LeadKind kind, string name, ServedProcess server, double? rate, Func<LoadClient, Task<LoadTimes>> send, LoadClient client)
    {
        progress($"{kind}: {name}, {(rate is { } asked ? $"{asked:0} leads/s" : $"{settings.Connections} connections")}");
        var before = server.ProcessorTime;
        var times = await send(client);
        var run = LoadRun.Of(kind, name, rate, times, server.ProcessorTime - before);
        runs.Add(run);
        if (rate is not null)
        {
            curves.Add(CurveOf(run, times, (int)kind));
        }

        return run;
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
