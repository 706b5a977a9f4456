using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using LeadFilter.Pipeline.Telemetry;

namespace LeadFilter.Cli.Metrics;

/// <summary>
/// Which instruments are shown: all of the filter's own, and of those of .NET and its web server the ones by which a slow or starving
/// process is recognized. None of them has a label with something of a person: the web server's routes are templates.
/// </summary>
/// <param name="factory">The host's: the meters of another filter in the same process are not its own.</param>
internal sealed class WatchedMeters(IMeterFactory factory)
{
    /// <summary>The meter of the runtime, which belongs to no host.</summary>
    public const string Runtime = "System.Runtime";

    /// <summary>The meter of the requests.</summary>
    public const string Hosting = "Microsoft.AspNetCore.Hosting";

    /// <summary>The meter of the web server.</summary>
    public const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel";

    /// <summary>The instruments of others that are shown.</summary>
    public static FrozenSet<string> Foreign { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "http.server.active_requests",
        "http.server.request.duration",
        "kestrel.active_connections",
        "kestrel.connection.duration",
        "kestrel.rejected_connections",
        "dotnet.exceptions",
        "dotnet.gc.collections",
        "dotnet.gc.heap.total_allocated",
        "dotnet.gc.last_collection.memory.committed_size",
        "dotnet.gc.pause.time",
        "dotnet.monitor.lock_contentions",
        "dotnet.process.cpu.time",
        "dotnet.process.memory.working_set",
        "dotnet.thread_pool.queue.length",
        "dotnet.thread_pool.thread.count");

    /// <summary>Whether an instrument is called a counter and is none: the runtime's figures of its threads go down, too.</summary>
    /// <param name="instrument">The instrument.</param>
    public static bool GoesDown(Instrument instrument) =>
        instrument.Name is "dotnet.thread_pool.queue.length" or "dotnet.thread_pool.thread.count";

    /// <summary>Whether an instrument is shown.</summary>
    /// <param name="instrument">The instrument.</param>
    public bool Has(Instrument instrument)
    {
        var meter = instrument.Meter;
        return meter.Name switch
        {
            LeadMetrics.MeterName => meter.Scope == factory,
            Hosting or Kestrel => meter.Scope == factory && Foreign.Contains(instrument.Name),
            Runtime => Foreign.Contains(instrument.Name),
            _ => false,
        };
    }
}
