using System.Numerics;

namespace LeadFilter.Cli.Sending;

/// <summary>
/// How long answers took, in constant memory whatever their number: counts of durations in microseconds, in buckets that are
/// exact below 2,048 µs and less than 0.1 % wide above. Not safe for several threads at once.
/// </summary>
internal sealed class AnswerTimes
{
    private const int FineBits = 10;
    private const int Fine = 1 << FineBits;
    private const int Octaves = 64 - FineBits;
    private readonly long[] counts = new long[Octaves * Fine];
    private long total;

    /// <summary>The longest; zero if there is none.</summary>
    public TimeSpan Max { get; private set; }

    /// <summary>Adds a duration; a negative one counts as zero.</summary>
    /// <param name="duration">The duration.</param>
    public void Add(TimeSpan duration)
    {
        counts[BucketOf((ulong)Math.Max(0, duration.Ticks / TimeSpan.TicksPerMicrosecond))]++;
        total++;
        Max = duration > Max ? duration : Max;
    }

    /// <summary>The duration that the given share of answers did not exceed (nearest rank); zero if there is no answer.</summary>
    /// <param name="share">Over 0 and up to 1, such as 0.95.</param>
    public TimeSpan Percentile(double share)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(share * total));
        long seen = 0;
        for (var bucket = 0; bucket < counts.Length && total > 0; bucket++)
        {
            seen += counts[bucket];
            if (seen >= rank)
            {
                var longest = TimeSpan.FromMicroseconds(LongestOf(bucket));
                return longest < Max ? longest : Max;
            }
        }

        return TimeSpan.Zero;
    }

    /// <summary>The bucket: the number of halvings that bring the value under 2·Fine, and what is left of it.</summary>
    private static int BucketOf(ulong microseconds)
    {
        var halvings = Math.Max(0, BitOperations.Log2(microseconds | 1) - FineBits);
        return (halvings * Fine) + (int)(microseconds >> halvings);
    }

    private static double LongestOf(int bucket)
    {
        var halvings = Math.Max(0, (bucket / Fine) - 1);
        return (double)(((UInt128)(bucket - (halvings * Fine)) + 1) << halvings) - 1;
    }
}
