namespace LeadFilter.Cli.Sending;

/// <summary>How long answers took, in milliseconds; zeros if there was none.</summary>
/// <param name="P50">Half of them did not take longer.</param>
/// <param name="P95">95 % did not take longer.</param>
/// <param name="P99">99 % did not take longer.</param>
/// <param name="Max">None took longer.</param>
internal sealed record AnswerPercentiles(double P50, double P95, double P99, double Max)
{
    /// <summary>Takes the percentiles of all times.</summary>
    /// <param name="times">The times.</param>
    public static AnswerPercentiles Of(AnswerTimes times) =>
        new(
            Milliseconds(times.Percentile(0.5)),
            Milliseconds(times.Percentile(0.95)),
            Milliseconds(times.Percentile(0.99)),
            Milliseconds(times.Max));

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 3);
}
