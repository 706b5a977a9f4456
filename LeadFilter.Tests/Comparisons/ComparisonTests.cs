using LeadFilter.Benchmarks.Comparisons;
using LeadFilter.Benchmarks.Leads;
using LeadFilter.Benchmarks.Load;
using LeadFilter.Benchmarks.Processes;

namespace LeadFilter.Tests.Comparisons;

/// <summary>The filter relative to its peers, and the goals.</summary>
[TestClass]
public sealed class ComparisonTests
{
    [TestMethod]
    public void A_rate_is_compared_with_that_of_the_same_round()
    {
        var comparison = Comparison.AllOf(
        [
            Closed("filter", 1, 10_000), Closed("floor", 1, 20_000),
            Closed("floor", 2, 2_000), Closed("filter", 2, 1_000),
        ]).Single();

        Assert.AreEqual(new(LeadKind.Rejects, Peer.Floor, Measure.Rate, new(0.5, 0.5, 0.5), 0.6), comparison);
    }

    [TestMethod]
    public void A_tail_is_compared_with_that_at_the_same_rate()
    {
        var comparison = Comparison.AllOf([Open("filter", 500, 12), Open("floor", 500, 6), Open("floor", 400, 1)]).Single();
        Assert.AreEqual(new(LeadKind.Rejects, Peer.Floor, Measure.Tail, new(2, 2, 2), 3), comparison);
    }

    [TestMethod]
    public void Each_peer_has_a_comparison_of_its_own()
    {
        var peers = Comparison.AllOf([Closed("filter", 1, 8), Closed("floor", 1, 8), Closed("team", 1, 1), Closed("bare", 1, 16)])
            .Select(static one => (one.Against, one.Ratio.Median));
        CollectionAssert.AreEqual(new[] { (Peer.Floor, 1.0), (Peer.Team, 8), (Peer.Bare, 0.5) }, peers.ToArray());
    }

    [TestMethod]
    [DataRow(0.6, true)]
    [DataRow(0.59, false)]
    public void The_goal_of_a_rate_is_the_least_that_meets_it(double ratio, bool isMet) =>
        Assert.AreEqual(isMet, Comparison.AllOf([Closed("filter", 1, ratio), Closed("floor", 1, 1)]).Single().IsMet);

    [TestMethod]
    [DataRow(3, true)]
    [DataRow(3.1, false)]
    public void The_goal_of_a_tail_is_the_most_that_meets_it(double ratio, bool isMet) =>
        Assert.AreEqual(isMet, Comparison.AllOf([Open("filter", 1, ratio), Open("floor", 1, 1)]).Single().IsMet);

    [TestMethod]
    public void There_is_no_goal_relative_to_a_server_that_stores_nothing() =>
        Assert.IsNull(Comparison.AllOf([Closed("filter", 1, 1), Closed("bare", 1, 1)]).Single().IsMet);

    private static LoadRun Closed(string server, int round, double rate) =>
        new(LeadKind.Rejects, server, round, "closed", null, rate, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static LoadRun Open(string server, double asked, double p99) =>
        new(LeadKind.Rejects, server, 1, "open", asked, asked, 1, 0, 0, 0, 0, p99, 0, 0, 0, 0);
}
