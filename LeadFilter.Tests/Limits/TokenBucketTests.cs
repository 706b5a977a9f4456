using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Limits;
using LeadFilter.Tests.PropertyBased;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Limits;

[TestClass]
public sealed class TokenBucketTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly TokenBucket bucket = new();

    [TestMethod]
    public void After_a_pause_a_burst_passes_and_no_more()
    {
        Assert.AreEqual(20, Passing(new(5, 20), 100));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.AreEqual(20, Passing(new(5, 20), 100));
    }

    [TestMethod]
    public void After_the_burst_the_rate_passes()
    {
        RequestRate rate = new(5, 20);
        Passing(rate, 20);
        for (var second = 0; second < 60; second++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            Assert.AreEqual(5, Passing(rate, 100), $"second {second}");
        }
    }

    [TestMethod]
    public void The_wait_is_just_long_enough()
    {
        RequestRate rate = new(0.4m, 1);
        Assert.IsNull(Take(rate));
        Assert.AreEqual(TimeSpan.FromSeconds(2.5), Take(rate));
        clock.Advance(TimeSpan.FromSeconds(2.5) - TimeSpan.FromTicks(1));
        Assert.AreEqual(TimeSpan.FromTicks(1), Take(rate));
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.IsNull(Take(rate));
    }

    [TestMethod]
    public void What_is_refused_takes_nothing()
    {
        RequestRate rate = new(1, 1);
        Take(rate);
        Assert.AreEqual(0, Passing(rate, 1000));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.AreEqual(1, Passing(rate, 1000));
    }

    [TestMethod]
    public void A_rate_that_is_raised_holds_at_once()
    {
        Passing(new(0.01m, 100), 100);
        Assert.AreEqual(TimeSpan.FromSeconds(0.01), Take(new(100, 10)));
    }

    [TestMethod]
    public void Many_threads_take_no_more_than_there_is()
    {
        RequestRate rate = new(1, 1000);
        var passed = 0;
        Parallel.For(0, 10_000, _ => Interlocked.Add(ref passed, Take(rate) is null ? 1 : 0));
        Assert.AreEqual(1000, passed);
    }

    /// <summary>Whatever the pauses: never more than the burst and what came in since, and what waits as told passes.</summary>
    [TestMethod]
    public void Any_sequence_stays_within_the_rate_and_is_told_a_true_wait() => Check.One(
        PropertyCases.Of(500),
        Prop.ForAll(
            Gen.Zip(Gen.Zip(Gen.Choose(1, 1000), Gen.Choose(1, 200)), Gen.ArrayOf(Gen.Choose(0, 50), 100)).ToArbitrary(),
            run =>
            {
                RequestRate rate = new(run.Item1.Item1, run.Item1.Item2);
                var (time, own) = (new FakeTimeProvider(), new TokenBucket());
                var (begin, passed, honest) = (time.GetTimestamp(), 0, true);
                foreach (var pause in run.Item2)
                {
                    time.Advance(TimeSpan.FromMilliseconds(pause));
                    if (own.Take(rate, time.GetTimestamp(), time.TimestampFrequency) is { } told)
                    {
                        time.Advance(told);
                        honest &= own.Take(rate, time.GetTimestamp(), time.TimestampFrequency) is null;
                    }

                    passed++;
                }

                // Tokens come in whole ticks, at most 1,000 of 10,000 ticks each here: off by less than a thousandth.
                return honest && passed <= rate.Burst + ((double)rate.PerSecond * time.GetElapsedTime(begin).TotalSeconds * 1.001);
            }));

    private int Passing(RequestRate rate, int requests) => Enumerable.Range(0, requests).Count(_ => Take(rate) is null);

    private TimeSpan? Take(RequestRate rate) => bucket.Take(rate, clock.GetTimestamp(), clock.TimestampFrequency);
}
