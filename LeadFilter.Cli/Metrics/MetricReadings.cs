using System.Diagnostics.Metrics;
using System.Text;

namespace LeadFilter.Cli.Metrics;

/// <summary>
/// Listens to the meters and keeps what they say, from the start on: what goes up and down would be wrong otherwise. A measurement
/// allocates nothing and takes no lock.
/// </summary>
internal sealed class MetricReadings : IDisposable
{
    /// <summary>The counter of measurements that were lost.</summary>
    public const string DroppedName = "leadfilter_metrics_dropped";

    private readonly Lock gate = new();
    private readonly MeterListener listener = new();
    private readonly SortedDictionary<string, Metric> metrics = new(StringComparer.Ordinal);
    private readonly WatchedMeters watched;
    private long reading;

    /// <summary>Begins to listen.</summary>
    /// <param name="factory">Makes the host's meters.</param>
    public MetricReadings(IMeterFactory factory)
    {
        watched = new(factory);
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (watched.Has(instrument) && Adopt(instrument) is { } metric)
            {
                listening.EnableMeasurementEvents(instrument, metric);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, number, tags, metric) => ((Metric)metric!).Take(number, tags, reading));
        listener.SetMeasurementEventCallback<int>((_, number, tags, metric) => ((Metric)metric!).Take(number, tags, reading));
        listener.SetMeasurementEventCallback<double>((_, number, tags, metric) => ((Metric)metric!).Take(number, tags, reading));
        listener.Start();
    }

    /// <summary>All metrics, by name.</summary>
    public IReadOnlyList<Metric> All
    {
        get
        {
            lock (gate)
            {
                return [.. metrics.Values];
            }
        }
    }

    /// <summary>Writes everything as it is now.</summary>
    /// <param name="text">Takes the text.</param>
    /// <param name="format">Its form.</param>
    public void Write(StringBuilder text, PrometheusFormat format)
    {
        var writer = new PrometheusText(text, format);
        lock (gate)
        {
            reading++;
            listener.RecordObservableInstruments();
            foreach (var metric in metrics.Values)
            {
                writer.Write(metric, metric.Read(reading));
            }

            writer.WriteCounter(
                DroppedName,
                $"Measurements that were lost because a metric had {SeriesTable.MaxSeries} series already, by instrument.",
                from metric in metrics.Values
                where metric.Dropped > 0
                select ($"instrument=\"{metric.Instrument}\"", (double)metric.Dropped));
        }

        writer.End();
    }

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private Metric? Adopt(Instrument instrument)
    {
        var metric = new Metric(instrument);
        lock (gate)
        {
            // Two instruments of one name would be one family with two meanings: the first one stays.
            return metrics.TryAdd(metric.Name, metric) ? metric : null;
        }
    }
}
