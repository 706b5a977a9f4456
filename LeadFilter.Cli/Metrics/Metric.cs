using System.Diagnostics.Metrics;

namespace LeadFilter.Cli.Metrics;

/// <summary>An instrument as Prometheus sees it: a name, what it says, and its series.</summary>
internal sealed class Metric
{
    // Seconds, as OpenTelemetry proposes them where an instrument says nothing.
    private static readonly double[] UsualBounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    private readonly SeriesTable series;

    /// <summary>Of an instrument.</summary>
    /// <param name="instrument">The instrument.</param>
    public Metric(Instrument instrument)
    {
        Kind = instrument switch
        {
            _ when WatchedMeters.GoesDown(instrument) => MetricKind.Gauge,
            Histogram<double> or Histogram<long> or Histogram<int> => MetricKind.Histogram,
            Counter<double> or Counter<long> or Counter<int> => MetricKind.Counter,
            ObservableCounter<double> or ObservableCounter<long> or ObservableCounter<int> => MetricKind.Counter,
            _ => MetricKind.Gauge,
        };
        IsObserved = instrument.IsObservable;
        IsSet = IsObserved || instrument is Gauge<double> or Gauge<long> or Gauge<int>;
        Instrument = instrument.Name;
        Unit = MetricName.UnitOf(instrument.Unit);
        Name = MetricName.Of(instrument.Name, Unit);
        Help = instrument.Description ?? "";
        Bounds = Kind == MetricKind.Histogram
            ? [.. (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries ?? UsualBounds]
            : null;
        series = new(Bounds);
    }

    /// <summary>What it is.</summary>
    public MetricKind Kind { get; }

    /// <summary>The instrument's name.</summary>
    public string Instrument { get; }

    /// <summary>The name with its unit, without <c>_total</c>.</summary>
    public string Name { get; }

    /// <summary>The unit's word; empty for none.</summary>
    public string Unit { get; }

    /// <summary>What it says.</summary>
    public string Help { get; }

    /// <summary>A histogram's bounds, ascending; null for other metrics.</summary>
    public double[]? Bounds { get; }

    /// <summary>Whether it is read when somebody asks: then a series that is no longer observed is no longer shown.</summary>
    public bool IsObserved { get; }

    /// <summary>How many measurements were lost because there were too many series.</summary>
    public long Dropped => series.Dropped;

    private bool IsSet { get; }

    /// <summary>Takes a whole number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="tags">Its tags.</param>
    /// <param name="reading">Which reading it is, if it is observed.</param>
    public void Take(long number, ReadOnlySpan<KeyValuePair<string, object?>> tags, long reading)
    {
        if (IsSet || Kind == MetricKind.Histogram)
        {
            Take((double)number, tags, reading);
            return;
        }

        series.Find(tags)?.Add(number);
    }

    /// <summary>Takes a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="tags">Its tags.</param>
    /// <param name="reading">Which reading it is, if it is observed.</param>
    public void Take(double number, ReadOnlySpan<KeyValuePair<string, object?>> tags, long reading)
    {
        if (series.Find(tags) is not { } found)
        {
            return;
        }

        if (IsSet)
        {
            found.Set(number, reading);
        }
        else if (Kind == MetricKind.Histogram)
        {
            found.Count(number);
        }
        else
        {
            found.Add(number);
        }
    }

    /// <summary>The series to show.</summary>
    /// <param name="reading">The latest reading of what is observed.</param>
    public IReadOnlyList<Series> Read(long reading) =>
        IsObserved ? [.. series.Read().Where(one => one.SeenAt == reading)] : series.Read();
}
