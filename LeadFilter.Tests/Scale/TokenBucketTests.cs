using LeadFilter.Scale;

namespace LeadFilter.Tests.Scale;

/// <summary>A limit lets through what it says, whatever is asked of it.</summary>
[TestClass]
public sealed class TokenBucketTests
{
    [TestMethod]
    public void What_was_saved_up_passes_at_once_and_then_the_rate()
    {
        var bucket = new TokenBucket(100);
        Assert.AreEqual(100, Passed(bucket, from: 0, to: 0, calls: 150));
        Assert.AreEqual(1_000, Passed(bucket, from: 0, to: 10, calls: 5_000), 1);
    }

    [TestMethod]
    public void A_large_request_is_paid_back_before_the_next_one_passes()
    {
        var bucket = new TokenBucket(100);
        Assert.IsTrue(bucket.TryTake(0, 1_000));
        Assert.IsFalse(bucket.TryTake(8.9));
        Assert.IsTrue(bucket.TryTake(9.1));
    }

    [TestMethod]
    public void Load_and_refusals_count_from_the_mark()
    {
        var bucket = new TokenBucket(100);
        Passed(bucket, from: 0, to: 0, calls: 200);
        bucket.Mark();
        Passed(bucket, from: 2, to: 2, calls: 60);
        Assert.AreEqual((0.3, 0L, 100L), (bucket.Load(2), bucket.RefusedSinceMark, bucket.Refused));
    }

    private static double Passed(TokenBucket bucket, double from, double to, int calls) =>
        Enumerable.Range(1, calls).Count(call => bucket.TryTake(from + ((to - from) * call / calls)));
}
