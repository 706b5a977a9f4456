using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Limits;

/// <summary>
/// A token bucket, full at first. It keeps nothing but the moment at which it will be full again (the generic cell rate
/// algorithm, ITU-T I.371), so it needs no timer, and a rate that changes holds from the next request on.
/// </summary>
public sealed class TokenBucket
{
    private long fullAt;

    /// <summary>Takes a token.</summary>
    /// <param name="rate">How fast the bucket fills, and how much it holds.</param>
    /// <param name="now">The time stamp, by a clock that never goes back: <see cref="TimeProvider.GetTimestamp"/>.</param>
    /// <param name="frequency">Time stamps in a second: <see cref="TimeProvider.TimestampFrequency"/>.</param>
    /// <returns>Null if a token was taken, else after how long there will be one. Nothing is taken then.</returns>
    public TimeSpan? Take(RequestRate rate, long now, long frequency)
    {
        var each = Math.Max(1, (long)(frequency / rate.PerSecond));
        var whole = each * rate.Burst;
        while (true)
        {
            var seen = Interlocked.Read(ref fullAt);

            // A bucket that was slow to fill under another rate is at most empty under this one.
            var next = Math.Min(Math.Max(seen, now), now + whole) + each;
            var missing = next - now - whole;
            if (missing > 0)
            {
                return TimeSpan.FromTicks((long)Math.Ceiling((decimal)missing * TimeSpan.TicksPerSecond / frequency));
            }

            if (Interlocked.CompareExchange(ref fullAt, next, seen) == seen)
            {
                return null;
            }
        }
    }
}
