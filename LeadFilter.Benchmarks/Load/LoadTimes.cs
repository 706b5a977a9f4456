using System.Diagnostics;
using LeadFilter.Cli.Sending;

namespace LeadFilter.Benchmarks.Load;

/// <summary>How long the answers of a run took. For use by one thread at a time.</summary>
internal sealed class LoadTimes
{
    private readonly AnswerTimes times = new();
    private readonly long[] answers = new long[Enum.GetValues<LoadAnswer>().Length];

    /// <summary>How long the run took.</summary>
    public TimeSpan Elapsed { get; set; }

    /// <summary>How many requests there were.</summary>
    public long Total => answers.Sum();

    /// <summary>The longest.</summary>
    public TimeSpan Max => times.Max;

    /// <summary>Adds an answer that came this moment.</summary>
    /// <param name="answer">How it was.</param>
    /// <param name="since">The timestamp from which its time counts.</param>
    public void Add(LoadAnswer answer, long since)
    {
        answers[(int)answer]++;
        times.Add(Stopwatch.GetElapsedTime(since));
    }

    /// <summary>How many requests ended in a certain way.</summary>
    /// <param name="answer">The way.</param>
    public long Count(LoadAnswer answer) => answers[(int)answer];

    /// <summary>The time in milliseconds that the given share did not exceed.</summary>
    /// <param name="share">Over 0 and up to 1.</param>
    public double Percentile(double share) => times.Percentile(share).TotalMilliseconds;
}
