using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Cli.Sending;

namespace LeadFilter.Tests.Cli.Sending;

[TestClass]
public sealed class AnswerTimesTests
{
    [TestMethod]
    [DataRow(0.50, 500)]
    [DataRow(0.95, 950)]
    [DataRow(0.99, 990)]
    [DataRow(1.00, 1000)]
    [DataRow(0.001, 1)]
    public void Percentiles_of_1_to_1000_microseconds_are_exact(double share, int microseconds)
    {
        var times = new AnswerTimes();
        foreach (var one in Enumerable.Range(1, 1000).Reverse())
        {
            times.Add(TimeSpan.FromMicroseconds(one));
        }

        Assert.AreEqual(TimeSpan.FromMicroseconds(microseconds), times.Percentile(share));
    }

    [TestMethod]
    public void A_single_answer_is_every_percentile()
    {
        var times = new AnswerTimes();
        times.Add(TimeSpan.FromMilliseconds(1234.567));

        Assert.AreEqual(TimeSpan.FromMilliseconds(1234.567), times.Percentile(0.5));
        Assert.AreEqual(TimeSpan.FromMilliseconds(1234.567), times.Percentile(0.99));
        Assert.AreEqual(TimeSpan.FromMilliseconds(1234.567), times.Max);
    }

    [TestMethod]
    public void Without_answers_everything_is_zero()
    {
        var times = new AnswerTimes();

        Assert.AreEqual(TimeSpan.Zero, times.Percentile(0.99));
        Assert.AreEqual(TimeSpan.Zero, times.Max);
    }

    [TestMethod]
    public void A_percentile_is_never_below_and_at_most_a_thousandth_above_the_sorted_answer() =>
        Prop.ForAll(
                ArbMap.Default.GeneratorFor<int>().Select(one => (long)Math.Abs((double)one) * 37).NonEmptyListOf().ToArbitrary(),
                durations =>
                {
                    var times = new AnswerTimes();
                    foreach (var one in durations)
                    {
                        times.Add(TimeSpan.FromTicks(one * TimeSpan.TicksPerMicrosecond));
                    }

                    var exact = durations.Order().ElementAt((int)Math.Ceiling(0.95 * durations.Count) - 1);
                    var got = times.Percentile(0.95).Ticks / TimeSpan.TicksPerMicrosecond;
                    return got >= exact && got <= exact + (exact / 1000) + 1;
                })
            .QuickCheckThrowOnFailure();
}
