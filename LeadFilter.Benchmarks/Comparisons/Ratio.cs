namespace LeadFilter.Benchmarks.Comparisons;

/// <summary>How many times as much one server has of something as another one, over the rounds of one run.</summary>
/// <param name="Median">The median of the rounds' ratios; the mean of the middle two for an even number of rounds.</param>
/// <param name="Least">The least of them.</param>
/// <param name="Most">The greatest.</param>
internal sealed record Ratio(double Median, double Least, double Most)
{
    /// <summary>
    /// Takes the ratio of each round by itself: both sides of a round were measured side by side, so a slow phase of the machine
    /// hits both, and cancels out.
    /// </summary>
    /// <param name="rounds">What was found of each side in each round; at least one round.</param>
    public static Ratio Of(IEnumerable<(double Ours, double Theirs)> rounds)
    {
        double[] ratios = [.. rounds.Select(static round => round.Ours / round.Theirs).Order()];
        return new(MedianOf(ratios), ratios[0], ratios[^1]);
    }

    /// <summary>The median; the mean of the middle two of an even number.</summary>
    /// <param name="values">At least one.</param>
    public static double MedianOf(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;
    }
}
