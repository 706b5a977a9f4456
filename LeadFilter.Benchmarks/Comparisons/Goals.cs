using LeadFilter.Benchmarks.Leads;
using LeadFilter.Benchmarks.Processes;

namespace LeadFilter.Benchmarks.Comparisons;

/// <summary>What the filter shall reach relative to its peers. docs/performance.md says what it does reach.</summary>
internal static class Goals
{
    private const double MaxTailOfFloor = 3;

    /// <summary>The goal for a ratio: the least for a rate, the most for a tail; null if there is none.</summary>
    /// <param name="measure">What is compared.</param>
    /// <param name="peer">With whom.</param>
    /// <param name="leads">For which leads.</param>
    public static double? For(Measure measure, Peer peer, LeadKind leads) => (measure, peer, leads) switch
    {
        (Measure.Rate, Peer.Floor, LeadKind.Rejects) => 0.6,
        (Measure.Rate, Peer.Floor, LeadKind.Accepts) => 0.35,
        (Measure.Rate, Peer.Floor, LeadKind.Mix) => 0.4,
        (Measure.Rate, Peer.Team, LeadKind.Rejects) => 8,
        (Measure.Rate, Peer.Team, LeadKind.Accepts) => 6,
        (Measure.Rate, Peer.Team, LeadKind.Mix) => 10,
        (Measure.Tail, Peer.Floor, _) => MaxTailOfFloor,
        _ => null,
    };
}
