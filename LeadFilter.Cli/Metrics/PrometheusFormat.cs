using Microsoft.AspNetCore.Http;

namespace LeadFilter.Cli.Metrics;

/// <summary>A form in which Prometheus and its kin read metrics.</summary>
/// <param name="ContentType">The media type of the answer.</param>
/// <param name="IsOpenMetrics">Whether it is OpenMetrics.</param>
internal sealed record PrometheusFormat(string ContentType, bool IsOpenMetrics)
{
    private const string OpenMetricsType = "application/openmetrics-text";

    /// <summary>Prometheus' own text format, version 0.0.4.</summary>
    public static PrometheusFormat Text { get; } = new("text/plain; version=0.0.4; charset=utf-8", false);

    /// <summary>OpenMetrics 1.0.</summary>
    public static PrometheusFormat OpenMetrics { get; } = new($"{OpenMetricsType}; version=1.0.0; charset=utf-8", true);

    /// <summary>Chooses: OpenMetrics for whoever asks for it and does not prefer plain text, and plain text for everybody else.</summary>
    /// <param name="request">The request.</param>
    public static PrometheusFormat Choose(HttpRequest request)
    {
        var (open, text) = (0d, 0d);
        foreach (var range in request.GetTypedHeaders().Accept)
        {
            if (range.MediaType.Equals(OpenMetricsType, StringComparison.OrdinalIgnoreCase))
            {
                open = Math.Max(open, range.Quality ?? 1);
            }
            else if (range.MediaType.Equals("text/plain", StringComparison.OrdinalIgnoreCase))
            {
                text = Math.Max(text, range.Quality ?? 1);
            }
        }

        return open > 0 && open >= text ? OpenMetrics : Text;
    }
}
