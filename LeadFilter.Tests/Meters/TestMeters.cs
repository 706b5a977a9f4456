using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace LeadFilter.Tests.Meters;

/// <summary>Makes meters and writes down what is measured with them, as "name value tag=value …".</summary>
internal sealed class TestMeters : IMeterFactory
{
    private readonly List<Meter> meters = [];
    private readonly MeterListener listener = new();

    public TestMeters()
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Scope == this)
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
    }

    public ConcurrentQueue<string> Measured { get; } = new();

    /// <summary>What was measured with one instrument.</summary>
    public string[] Of(string instrument) => [.. Measured.Where(line => line.StartsWith(instrument + " ", StringComparison.Ordinal))];

    public Meter Create(MeterOptions options)
    {
        var meter = new Meter(options.Name, options.Version, options.Tags, this);
        meters.Add(meter);
        return meter;
    }

    public void Dispose()
    {
        listener.Dispose();
        meters.ForEach(meter => meter.Dispose());
    }

    private void Note<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var line = $"{instrument.Name} {value}";
        foreach (var tag in tags)
        {
            line += $" {tag.Key}={tag.Value}";
        }

        Measured.Enqueue(line);
    }
}
