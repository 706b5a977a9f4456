namespace LeadFilter.Cli.Metrics;

/// <summary>The figures of one metric under one set of labels. Threads write them side by side without a lock.</summary>
/// <param name="labels">The labels as they are written, without braces; empty for none.</param>
/// <param name="bounds">A histogram's bounds, ascending; null for other metrics.</param>
internal sealed class Series(string labels, double[]? bounds)
{
    private readonly long[]? buckets = bounds is null ? null : new long[bounds.Length + 1];
    private long whole;
    private double part;

    /// <summary>The labels, without braces.</summary>
    public string Labels => labels;

    /// <summary>The number, or a histogram's sum.</summary>
    public double Value => Interlocked.Read(ref whole) + Volatile.Read(ref part);

    /// <summary>In which reading of what is observed it was there last.</summary>
    public long SeenAt { get; private set; }

    /// <summary>Adds a whole number.</summary>
    /// <param name="number">The number.</param>
    public void Add(long number) => Interlocked.Add(ref whole, number);

    /// <summary>Adds a number.</summary>
    /// <param name="number">The number.</param>
    public void Add(double number)
    {
        var seen = Volatile.Read(ref part);
        while (true)
        {
            var before = Interlocked.CompareExchange(ref part, seen + number, seen);

            // By its bits: a sum that is not a number is unequal to itself.
            if (BitConverter.DoubleToInt64Bits(before) == BitConverter.DoubleToInt64Bits(seen))
            {
                return;
            }

            seen = before;
        }
    }

    /// <summary>Sets the number that was observed.</summary>
    /// <param name="number">The number.</param>
    /// <param name="reading">Which reading it is.</param>
    public void Set(double number, long reading)
    {
        Volatile.Write(ref part, number);
        SeenAt = reading;
    }

    /// <summary>Counts a value of a histogram.</summary>
    /// <param name="value">The value.</param>
    public void Count(double value)
    {
        var at = Array.BinarySearch(bounds!, value);

        // A bound belongs to the bucket below it. What is not a number belongs nowhere, so it is above all bounds.
        Interlocked.Increment(ref buckets![double.IsNaN(value) ? bounds!.Length : at < 0 ? ~at : at]);
        Add(value);
    }

    /// <summary>How often a histogram's values were in each bucket; the last is above all bounds.</summary>
    /// <param name="counts">Takes the counts: one more than there are bounds.</param>
    public void ReadBuckets(Span<long> counts)
    {
        for (var at = 0; at < counts.Length; at++)
        {
            counts[at] = Interlocked.Read(ref buckets![at]);
        }
    }
}
