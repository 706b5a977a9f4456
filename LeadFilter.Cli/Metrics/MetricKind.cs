namespace LeadFilter.Cli.Metrics;

/// <summary>What a metric is.</summary>
internal enum MetricKind
{
    /// <summary>A number that only grows.</summary>
    Counter,

    /// <summary>A number that goes up and down.</summary>
    Gauge,

    /// <summary>How often something was how large.</summary>
    Histogram,
}
