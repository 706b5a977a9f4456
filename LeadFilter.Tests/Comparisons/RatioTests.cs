using LeadFilter.Benchmarks.Comparisons;

namespace LeadFilter.Tests.Comparisons;

/// <summary>The ratio of two servers over the rounds of a run.</summary>
[TestClass]
public sealed class RatioTests
{
    [TestMethod]
    public void It_is_the_median_of_the_rounds_ratios_and_not_the_ratio_of_sums()
    {
        // A slow phase of the machine in the third round hits both, and cancels out.
        var ratio = Ratio.Of([(50, 100), (60, 100), (4, 10)]);
        Assert.AreEqual(new Ratio(0.5, 0.4, 0.6), ratio);
    }

    [TestMethod]
    public void Of_an_even_number_of_rounds_it_is_the_mean_of_the_middle_two() =>
        Assert.AreEqual(3, Ratio.Of([(1, 1), (2, 1), (4, 1), (9, 1)]).Median);

    [TestMethod]
    public void Of_one_round_it_is_that_round() => Assert.AreEqual(new Ratio(2, 2, 2), Ratio.Of([(6, 3)]));
}
