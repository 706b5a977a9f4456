namespace LeadFilter.Scale;

/// <summary>How long a call takes: log-normal, given by its median and its 99th percentile.</summary>
/// <param name="Median">Seconds.</param>
/// <param name="P99">Seconds; greater than the median.</param>
internal sealed record Latency(double Median, double P99)
{
    /// <summary>The 99th percentile of the standard normal distribution.</summary>
    private const double Z99 = 2.3263;

    private double Sigma => Math.Log(P99 / Median) / Z99;

    /// <summary>The mean, seconds.</summary>
    public double Mean => Median * Math.Exp(Sigma * Sigma / 2);

    /// <summary>Draws one.</summary>
    /// <param name="random">The source of chance.</param>
    public double Sample(Random random)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return Median * Math.Exp(Sigma * normal);
    }
}
