using LeadFilter.Benchmarks.Leads;
using LeadFilter.Benchmarks.Processes;
using LeadFilter.Benchmarks.Refusals;
using LeadFilter.Pipeline.Limits;

namespace LeadFilter.Benchmarks.Shares;

/// <summary>
/// Measures what one vendor feels of another one: a quiet vendor sends a few leads a second, first alone, then while a noisy one
/// sends over hundreds of connections and ignores <c>Retry-After</c>.
/// </summary>
/// <param name="settings">What is measured.</param>
/// <param name="progress">Takes a line for each step.</param>
internal sealed class ShareMeasurement(ShareSettings settings, Action<string> progress)
{
    private const string QuietKey = "bright-demo-key";
    private const int QuietConnections = 8;

    /// <summary>Measures.</summary>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The runs, each with the number of requests that were worked on at the same moment.</returns>
    public async Task<IReadOnlyList<(int Active, RefusalRun Run)>> RunAsync(CancellationToken cancellation)
    {
        var runs = new List<(int, RefusalRun)>();
        foreach (var active in settings.Active)
        {
            runs.AddRange((await MeasureAsync(active, cancellation)).Select(run => (active, run)));
        }

        return runs;
    }

    private async Task<IReadOnlyList<RefusalRun>> MeasureAsync(int active, CancellationToken cancellation)
    {
        using var servers = new Servers(settings.Filter);
        servers.Settings[LimitSettings.MaxActive.Name] = $"{active}";
        var crm = await servers.StartBareAsync(cancellation);
        var filter = await servers.StartFilterAsync(crm, cancellation);
        var leads = new LeadSource(LeadKind.Accepts);
        using var noisy = new RefusalClient(filter.Url, leads, "noisy", LeadSource.Key, settings.Connections);
        using var quiet = new RefusalClient(filter.Url, leads, "quiet", QuietKey, QuietConnections);

        progress($"{active} active: warm-up");
        await Task.WhenAll(noisy.PressAsync(settings.Warmup, cancellation), quiet.ProbeAsync(settings.Rate, settings.Warmup, cancellation));
        noisy.TakeRuns("warm-up");
        quiet.TakeRuns("warm-up");

        progress($"{active} active: the quiet vendor alone");
        await quiet.ProbeAsync(settings.Rate, settings.Duration, cancellation);
        List<RefusalRun> runs = [.. quiet.TakeRuns("alone")];

        progress($"{active} active: beside {settings.Connections} connections of another vendor");
        await Task.WhenAll(
            noisy.PressAsync(settings.Duration, cancellation), quiet.ProbeAsync(settings.Rate, settings.Duration, cancellation));
        runs.AddRange(quiet.TakeRuns("together"));
        runs.AddRange(noisy.TakeRuns("together"));
        return runs;
    }
}
