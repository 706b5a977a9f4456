using LeadFilter.Benchmarks.Leads;
using LeadFilter.Benchmarks.Processes;

namespace LeadFilter.Benchmarks.Load;

/// <summary>What one run found.</summary>
/// <param name="Leads">What the leads were.</param>
/// <param name="Server">Which server: <see cref="FilterName"/> or a peer's name.</param>
/// <param name="Round">In which round, from 1; runs of the same round were made one after the other.</param>
/// <param name="Loop">How they were sent: <c>closed</c> or <c>open</c>.</param>
/// <param name="Asked">Leads a second that were due; null in a closed loop.</param>
/// <param name="Rate">Leads a second that were answered.</param>
/// <param name="Requests">How many were sent.</param>
/// <param name="Other">How many were decided otherwise than they are made for.</param>
/// <param name="Failed">How many were not decided.</param>
/// <param name="P50">Half of the answers took no longer, in milliseconds; and so on.</param>
/// <param name="P90">90 %.</param>
/// <param name="P99">99 %.</param>
/// <param name="P999">99.9 %.</param>
/// <param name="Max">All.</param>
/// <param name="Processor">The server's processor time for each lead, in microseconds; that of deliveries included.</param>
/// <param name="Client">This program's processor time for each lead, in microseconds.</param>
internal sealed record LoadRun(
    LeadKind Leads, string Server, int Round, string Loop, double? Asked, double Rate, long Requests, long Other, long Failed,
    double P50, double P90, double P99, double P999, double Max, double Processor, double Client)
{
    /// <summary>The filter's name.</summary>
    public const string FilterName = "filter";

    /// <summary>A peer's name.</summary>
    /// <param name="peer">The peer.</param>
    public static string NameOf(Peer peer) => peer.ToString().ToLowerInvariant();

    /// <summary>Sums a run up.</summary>
    /// <param name="leads">What the leads were.</param>
    /// <param name="server">Which server.</param>
    /// <param name="round">In which round.</param>
    /// <param name="asked">Leads a second that were due; null in a closed loop.</param>
    /// <param name="times">The times.</param>
    /// <param name="processor">The server's processor time in the run.</param>
    /// <param name="client">This program's.</param>
    public static LoadRun Of(
        LeadKind leads, string server, int round, double? asked, LoadTimes times, TimeSpan processor, TimeSpan client) => new(
        leads,
        server,
        round,
        asked is null ? "closed" : "open",
        asked,
        (times.Total - times.Count(LoadAnswer.Failed)) / times.Elapsed.TotalSeconds,
        times.Total,
        times.Count(LoadAnswer.Other),
        times.Count(LoadAnswer.Failed),
        times.Percentile(0.5),
        times.Percentile(0.9),
        times.Percentile(0.99),
        times.Percentile(0.999),
        times.Max.TotalMilliseconds,
        processor.TotalMicroseconds / Math.Max(1, times.Total),
        client.TotalMicroseconds / Math.Max(1, times.Total));
}
