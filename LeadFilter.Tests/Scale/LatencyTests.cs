using LeadFilter.Scale;

namespace LeadFilter.Tests.Scale;

/// <summary>How long calls take in the model.</summary>
[TestClass]
public sealed class LatencyTests
{
    private const int Drawn = 20_000;
    private static readonly Latency Crm = new Workload().Crm;

    [TestMethod]
    public void The_longest_of_one_is_that_one() => Assert.AreEqual(Crm.Mean, Crm.MeanOfLongest(1), Crm.Mean * 0.001);

    [TestMethod]
    public void The_mean_of_the_longest_is_that_of_draws()
    {
        var random = new Random(1);
        var mean = Enumerable.Range(0, Drawn).Average(_ => Enumerable.Range(0, 10).Max(_ => Crm.Sample(random)));
        Assert.AreEqual(mean, Crm.MeanOfLongest(10), mean * 0.03);
    }
}
