using System.Diagnostics;
using LeadFilter.Benchmarks.Leads;
using LeadFilter.Benchmarks.Load;
using LeadFilter.Benchmarks.Processes;

namespace LeadFilter.Benchmarks.Http;

/// <summary>A server that is measured, and the client that sends to it.</summary>
internal sealed class Contestant : IDisposable
{
    private const double Megabyte = 1e6;

    private readonly LeadKind kind;
    private readonly ServedProcess server;
    private readonly LoadClient client;
    private readonly ServerStart start;

    private Contestant(LeadKind kind, string name, ServedProcess server, LoadClient client, ServerStart start) =>
        (this.kind, Name, this.server, this.client, this.start) = (kind, name, server, client, start);

    /// <summary>Its name in the report.</summary>
    public string Name { get; }

    /// <summary>What it took to begin with, and the most memory that it has had up to now.</summary>
    public ServerStart Start => start with { PeakMemory = server.PeakWorkingSet / Megabyte };

    /// <summary>Starts a server and takes the time to its first answer.</summary>
    /// <param name="kind">What is sent.</param>
    /// <param name="name">Its name.</param>
    /// <param name="begin">Starts it.</param>
    /// <param name="connections">How many connections.</param>
    /// <param name="decides">Whether it decides, so that its answers can be wrong.</param>
    /// <exception cref="BenchmarkException">The first lead was not answered.</exception>
    public static async Task<Contestant> StartAsync(
        LeadKind kind, string name, Func<Task<ServedProcess>> begin, int connections, bool decides)
    {
        var started = Stopwatch.GetTimestamp();
        var begun = await begin();
        var sender = new LoadClient(begun.Url, new(kind), connections, decides);
        var answer = sender.SendOne();
        var took = Stopwatch.GetElapsedTime(started);
        return answer == LoadAnswer.Failed
            ? throw new BenchmarkException($"The first lead was not answered by {name}.")
            : new(
                kind,
                name,
                begun,
                sender,
                new(kind, name, took.TotalMilliseconds, begun.ProcessorTime.TotalMilliseconds, begun.WorkingSet / Megabyte, 0));
    }

    /// <summary>Sends as fast as answers come, or at a steady rate.</summary>
    /// <param name="round">In which round.</param>
    /// <param name="rate">Leads a second; null for as fast as answers come.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<(LoadRun Run, LoadTimes Times)> RunAsync(int round, double? rate, TimeSpan duration, CancellationToken cancellation)
    {
        var (before, ours) = (server.ProcessorTime, Environment.CpuUsage.TotalTime);
        var times = rate is { } steady
            ? await client.RunOpenAsync(steady, duration, cancellation)
            : await client.RunClosedAsync(duration, cancellation);
        var spent = Environment.CpuUsage.TotalTime - ours;
        return (LoadRun.Of(kind, Name, round, rate, times, server.ProcessorTime - before, spent), times);
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();
}
