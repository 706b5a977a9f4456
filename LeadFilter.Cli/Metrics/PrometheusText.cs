using System.Globalization;
using System.Text;

namespace LeadFilter.Cli.Metrics;

/// <summary>
/// Writes metrics as text. Facts: Prometheus, "Exposition formats", text format 0.0.4; OpenMetrics 1.0, which calls a counter's family by
/// its name without <c>_total</c>, states units, writes whole bounds as <c>1.0</c> and ends with <c># EOF</c>.
/// </summary>
/// <param name="text">Takes the text.</param>
/// <param name="format">Which of the two.</param>
internal sealed class PrometheusText(StringBuilder text, PrometheusFormat format)
{
    private const string CounterEnding = "_total";

    /// <summary>Writes a metric that has any series.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="series">Its series.</param>
    public void Write(Metric metric, IReadOnlyList<Series> series)
    {
        if (series.Count == 0)
        {
            return;
        }

        WriteHead(metric.Name, metric.Kind, metric.Unit, metric.Help);
        foreach (var one in series)
        {
            if (metric.Bounds is { } bounds)
            {
                WriteHistogram(metric.Name, one, bounds);
            }
            else
            {
                WriteSample(metric.Name, metric.Kind == MetricKind.Counter ? CounterEnding : "", one.Labels, "", one.Value);
            }
        }
    }

    /// <summary>Writes a counter of the writer's own.</summary>
    /// <param name="name">Its name, without <c>_total</c>.</param>
    /// <param name="help">What it says.</param>
    /// <param name="samples">Its labels, and the numbers; none of them is shown if there are none.</param>
    public void WriteCounter(string name, string help, IEnumerable<(string Labels, double Number)> samples)
    {
        WriteHead(name, MetricKind.Counter, "", help);
        foreach (var (labels, number) in samples)
        {
            WriteSample(name, CounterEnding, labels, "", number);
        }
    }

    /// <summary>Ends the text.</summary>
    public void End()
    {
        if (format.IsOpenMetrics)
        {
            text.Append("# EOF\n");
        }
    }

    /// <summary>Writes a text as its place demands.</summary>
    /// <param name="text">Takes it.</param>
    /// <param name="value">The text.</param>
    /// <param name="quotes">Whether quotes end it there.</param>
    public static void Escape(StringBuilder text, string value, bool quotes)
    {
        foreach (var character in value)
        {
            _ = character switch
            {
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '"' when quotes => text.Append("\\\""),
                _ => text.Append(character),
            };
        }
    }

    private void WriteHead(string name, MetricKind kind, string unit, string help)
    {
        var family = kind == MetricKind.Counter && !format.IsOpenMetrics ? name + CounterEnding : name;
        if (help.Length > 0)
        {
            text.Append("# HELP ").Append(family).Append(' ');
            Escape(text, help, quotes: format.IsOpenMetrics);
            text.Append('\n');
        }

        var word = kind switch { MetricKind.Counter => "counter", MetricKind.Gauge => "gauge", _ => "histogram" };
        text.Append("# TYPE ").Append(family).Append(' ').Append(word).Append('\n');
        if (unit.Length > 0 && format.IsOpenMetrics)
        {
            text.Append("# UNIT ").Append(family).Append(' ').Append(unit).Append('\n');
        }
    }

    /// <summary>Buckets add up, and the last one is the count: all from one reading, so that they agree.</summary>
    private void WriteHistogram(string name, Series series, double[] bounds)
    {
        Span<long> counts = bounds.Length < 64 ? stackalloc long[bounds.Length + 1] : new long[bounds.Length + 1];
        series.ReadBuckets(counts);
        var count = 0L;
        for (var at = 0; at < counts.Length; at++)
        {
            count += counts[at];
            WriteSample(name, "_bucket", series.Labels, at < bounds.Length ? BoundOf(bounds[at]) : "+Inf", count);
        }

        WriteSample(name, "_sum", series.Labels, "", series.Value);
        WriteSample(name, "_count", series.Labels, "", count);
    }

    private string BoundOf(double bound)
    {
        var number = bound.ToString("R", CultureInfo.InvariantCulture);
        return format.IsOpenMetrics && long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? $"{number}.0"
            : number;
    }

    private void WriteSample(string name, string ending, string labels, string bound, double number)
    {
        text.Append(name).Append(ending);
        if (labels.Length > 0 || bound.Length > 0)
        {
            text.Append('{').Append(labels);
            if (bound.Length > 0)
            {
                text.Append(labels.Length > 0 ? "," : "").Append("le=\"").Append(bound).Append('"');
            }

            text.Append('}');
        }

        text.Append(' ');
        _ = number switch
        {
            double.PositiveInfinity => text.Append("+Inf"),
            double.NegativeInfinity => text.Append("-Inf"),
            _ => text.Append(CultureInfo.InvariantCulture, $"{number:R}"),
        };
        text.Append('\n');
    }
}
