using System.Globalization;
using System.Text;

namespace LeadFilter.Cli.Metrics;

/// <summary>
/// The series of one metric by their tags. Finding one takes no lock and allocates nothing; only a new one does. There are at most
/// <see cref="MaxSeries"/>, so that nobody can make the process grow.
/// </summary>
/// <param name="bounds">A histogram's bounds; null for other metrics.</param>
internal sealed class SeriesTable(double[]? bounds)
{
    /// <summary>The most series of a metric: as many as OpenTelemetry keeps.</summary>
    public const int MaxSeries = 2_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Series> byLabels = new(StringComparer.Ordinal);
    private volatile SeriesKey?[] keys = new SeriesKey?[16];
    private int count;
    private long dropped;

    /// <summary>How many measurements were lost because there were too many series.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>Finds or makes the series of tags.</summary>
    /// <param name="tags">The tags.</param>
    /// <returns>Null if there are too many series for another one.</returns>
    public Series? Find(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var hash = SeriesKey.HashOf(tags);
        return Probe(keys, hash, tags)?.Series ?? Make(hash, tags);
    }

    /// <summary>All series, by their labels.</summary>
    public IReadOnlyList<Series> Read()
    {
        lock (gate)
        {
            return [.. byLabels.Values.OrderBy(static series => series.Labels, StringComparer.Ordinal)];
        }
    }

    private static SeriesKey? Probe(SeriesKey?[] keys, int hash, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        for (var at = hash & (keys.Length - 1); Volatile.Read(ref keys[at]) is { } key; at = (at + 1) & (keys.Length - 1))
        {
            if (key.Hash == hash && key.Matches(tags))
            {
                return key;
            }
        }

        return null;
    }

    private Series? Make(int hash, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        // Full, and this is not a set that is known in another order: the usual case once there are too many.
        if (Volatile.Read(ref count) >= MaxSeries)
        {
            Interlocked.Increment(ref dropped);
            return null;
        }

        lock (gate)
        {
            if (Probe(keys, hash, tags) is { } known)
            {
                return known.Series;
            }

            var labels = LabelsOf(tags);
            if (!byLabels.TryGetValue(labels, out var series))
            {
                series = new(labels, bounds);
                byLabels.Add(labels, series);
            }

            Insert(new(hash, tags.ToArray(), series));
            return series;
        }
    }

    // INVARIANT: at most half of the places are taken, so that a search ends.
    private void Insert(SeriesKey key)
    {
        count++;
        if (count * 2 > keys.Length)
        {
            var larger = new SeriesKey?[keys.Length * 2];
            foreach (var known in keys)
            {
                if (known is not null)
                {
                    Put(larger, known);
                }
            }

            Put(larger, key);
            keys = larger;
            return;
        }

        Put(keys, key);
    }

    private static void Put(SeriesKey?[] keys, SeriesKey key)
    {
        var at = key.Hash & (keys.Length - 1);
        while (keys[at] is not null)
        {
            at = (at + 1) & (keys.Length - 1);
        }

        Volatile.Write(ref keys[at], key);
    }

    /// <summary>The labels by name. An empty one is the same to Prometheus as none.</summary>
    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (ref readonly var tag in tags)
        {
            var value = tag.Value switch
            {
                string text => text,
                true => "true",
                false => "false",
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                _ => tag.Value?.ToString(),
            };
            if (!string.IsNullOrEmpty(value))
            {
                labels[MetricName.Plain(tag.Key)] = value;
            }
        }

        var written = new StringBuilder();
        foreach (var (name, value) in labels)
        {
            written.Append(written.Length == 0 ? "" : ",").Append(name).Append("=\"");
            PrometheusText.Escape(written, value, quotes: true);
            written.Append('"');
        }

        return written.ToString();
    }
}
