using LeadFilter.Benchmarks.Leads;
using LeadFilter.Benchmarks.Load;
using LeadFilter.Benchmarks.Processes;

namespace LeadFilter.Benchmarks.Comparisons;

/// <summary>How the filter did relative to one of its peers.</summary>
/// <param name="Leads">For which leads.</param>
/// <param name="Against">Which peer.</param>
/// <param name="Measure">What is compared.</param>
/// <param name="Ratio">The filter's relative to the peer's.</param>
/// <param name="Goal">The least that a rate's ratio shall be, or the most for a tail's; null if there is no goal.</param>
internal sealed record Comparison(LeadKind Leads, Peer Against, Measure Measure, Ratio Ratio, double? Goal)
{
    /// <summary>Whether the median reaches the goal; null if there is no goal.</summary>
    public bool? IsMet => Goal is { } goal ? (Measure == Measure.Rate ? Ratio.Median >= goal : Ratio.Median <= goal) : null;

    /// <summary>Compares all that can be: the filter and a peer in the same round, and at the same rate if one was asked for.</summary>
    /// <param name="runs">What was found.</param>
    public static IReadOnlyList<Comparison> AllOf(IReadOnlyList<LoadRun> runs)
    {
        var pairs =
            from ours in runs
            where ours.Server == LoadRun.FilterName
            from theirs in runs
            where theirs.Leads == ours.Leads && theirs.Asked == ours.Asked && theirs.Round == ours.Round
            from peer in Enum.GetValues<Peer>()
            where theirs.Server == LoadRun.NameOf(peer)
            group (Ours: ours, Theirs: theirs) by (ours.Leads, Peer: peer, Measure: ours.Asked is null ? Measure.Rate : Measure.Tail);
        return
        [
            .. pairs.Select(static rounds => new Comparison(
                rounds.Key.Leads,
                rounds.Key.Peer,
                rounds.Key.Measure,
                Ratio.Of(rounds.Select(round => rounds.Key.Measure == Measure.Rate
                    ? (round.Ours.Rate, round.Theirs.Rate)
                    : (round.Ours.P99, round.Theirs.P99))),
                Goals.For(rounds.Key.Measure, rounds.Key.Peer, rounds.Key.Leads))),
        ];
    }
}
