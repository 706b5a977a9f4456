using System.Text;
using LeadFilter.Http.Routing;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Cli.Metrics;

/// <summary>Shows the metrics to Prometheus and to whoever reads its text.</summary>
/// <param name="readings">The metrics.</param>
/// <param name="state">The figures of the filter's state.</param>
internal sealed class MetricsEndpoint(MetricReadings readings, StateMetrics state)
{
    private const int BufferSize = 16 * 1024;

    /// <summary>Where it is. Only this host has it: on Azure each instance would be asked for all.</summary>
    public static Address Address { get; } = Address.Of<MetricsEndpoint>(
        "Metrics", "/metrics", Caller.Read, ["GET"],
        static (endpoint, request, _, cancellation) => endpoint.AnswerAsync(request, cancellation));

    private async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellation)
    {
        await state.RefreshAsync(cancellation);
        var format = PrometheusFormat.Choose(request);
        var text = new StringBuilder();
        readings.Write(text, format);
        request.HttpContext.Response.ContentType = format.ContentType;
        await using var writer = new StreamWriter(request.HttpContext.Response.Body, new UTF8Encoding(false), BufferSize, leaveOpen: true);
        await writer.WriteAsync(text, cancellation);
        return Results.Empty;
    }
}
