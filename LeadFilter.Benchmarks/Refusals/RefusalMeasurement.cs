using LeadFilter.Benchmarks.Leads;
using LeadFilter.Benchmarks.Processes;

namespace LeadFilter.Benchmarks.Refusals;

/// <summary>
/// Measures how fast the filter refuses: a wrong key, a vendor beyond its rate, and leads for which there is no room; first
/// while there is nothing else to do, then while more good leads come than it works on.
/// </summary>
/// <param name="settings">What is measured.</param>
/// <param name="progress">Takes a line for each step.</param>
internal sealed class RefusalMeasurement(RefusalSettings settings, Action<string> progress)
{
    private const int ProbeConnections = 16;
    private const string LimitedKey = "bright-demo-key";
    private const string LimitedName = "\"name\": \"Bright Home Offers\",";
    private const string WrongKey = "nobody-demo-key";

    /// <summary>Measures.</summary>
    /// <param name="cancellation">Stops.</param>
    public async Task<IReadOnlyList<RefusalRun>> RunAsync(CancellationToken cancellation)
    {
        using var servers = new Servers(settings.Filter)
        {
            Change = static text =>
                text.Replace(LimitedName, $"{LimitedName} \"ratePerSecond\": 0.01, \"burst\": 1,", StringComparison.Ordinal),
        };
        var part = Math.Max(1, settings.Connections / 4);
        servers.Settings["LEADFILTER_MAX_IN_WORK"] = $"{part}";
        servers.Settings["LEADFILTER_MAX_WAITING"] = $"{part}";
        servers.Settings["LEADFILTER_MAX_PER_VENDOR"] = $"{settings.Connections}";
        var crm = await servers.StartBareAsync(cancellation);
        var filter = await servers.StartFilterAsync(crm, cancellation);
        var leads = new LeadSource(LeadKind.Accepts);
        using var vendor = new RefusalClient(filter.Url, leads, "vendor", LeadSource.Key, settings.Connections);
        using var stranger = new RefusalClient(filter.Url, leads, "stranger", WrongKey, ProbeConnections);
        using var limited = new RefusalClient(filter.Url, leads, "limited", LimitedKey, ProbeConnections);

        progress("warm-up");
        await Task.WhenAll(vendor.PressAsync(settings.Warmup, cancellation), ProbeAsync(settings.Warmup));
        Take("warm-up");

        progress("refusals, nothing else to do");
        await ProbeAsync(settings.Duration);
        List<RefusalRun> runs = [.. Take("idle")];

        progress($"refusals, while {settings.Connections} connections send good leads");
        await Task.WhenAll(vendor.PressAsync(settings.Duration, cancellation), ProbeAsync(settings.Duration));
        runs.AddRange(Take("overloaded"));
        return runs;

        Task ProbeAsync(TimeSpan duration) =>
            Task.WhenAll(
                stranger.ProbeAsync(settings.Rate, duration, cancellation), limited.ProbeAsync(settings.Rate, duration, cancellation));

        IEnumerable<RefusalRun> Take(string load) => [.. stranger.TakeRuns(load), .. limited.TakeRuns(load), .. vendor.TakeRuns(load)];
    }
}
