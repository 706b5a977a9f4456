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

    /// <summary>The mean of the longest of several, seconds: what all of them take side by side.</summary>
    /// <param name="count">How many.</param>
    public double MeanOfLongest(int count)
    {
        // The integral of the chance that one of them takes longer, in steps of a hundredth of the median.
        var (step, sum) = (Median / 100, 0.0);
        for (var at = step / 2; ; at += step)
        {
            var longer = 1 - Math.Pow(ShareUpTo(at), count);
            sum += longer * step;
            if (longer < 1e-6)
            {
                return sum;
            }
        }
    }

    /// <summary>Draws one.</summary>
    /// <param name="random">The source of chance.</param>
    public double Sample(Random random)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return Median * Math.Exp(Sigma * normal);
    }

    // The normal distribution function (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17; error below 1e-7).
    private double ShareUpTo(double seconds)
    {
        var z = Math.Log(seconds / Median) / Sigma;
        var t = 1 / (1 + (0.2316419 * Math.Abs(z)));
        var tail = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI)
            * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return z >= 0 ? 1 - tail : tail;
    }
}
