using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using LeadFilter.Pipeline.Telemetry;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace LeadFilter.Functions.Telemetry;

/// <summary>Sends traces, metrics and logs to where the settings say: Application Insights, an OTLP collector, both or neither.</summary>
public static class TelemetryRegistration
{
    /// <summary>The setting with the connection string of Application Insights.</summary>
    public const string ApplicationInsightsSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>The setting that says whether telemetry is sent with the app's identity: <c>Authorization=AAD</c>.</summary>
    public const string AuthenticationSetting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>The setting with the address of an OTLP collector (OpenTelemetry's own name).</summary>
    public const string OtlpSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Adds the telemetry. Without either setting nothing is collected, and it costs nothing.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The app's settings.</param>
    /// <param name="credential">The app's identity.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddTelemetry(
        this IServiceCollection services, IConfiguration configuration, TokenCredential credential)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var insights = configuration[ApplicationInsightsSetting];
        var otlp = !string.IsNullOrEmpty(configuration[OtlpSetting]);
        if (string.IsNullOrEmpty(insights) && !otlp)
        {
            return services;
        }

        // The Functions host is told that this process exports its own telemetry: otherwise it would export the logs once more.
        // Spans become a part of the host's trace, and the service has a name.
        var telemetry = services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithTracing(traces => traces.AddSource(LeadTraces.SourceName))
            .WithMetrics(metrics => metrics.AddMeter(LeadMetrics.MeterName))
            .WithLogging(null, logs => logs.IncludeFormattedMessage = true);
        if (otlp)
        {
            telemetry
                .WithTracing(traces => traces.AddOtlpExporter())
                .WithMetrics(metrics => metrics.AddOtlpExporter())
                .WithLogging(logs => logs.AddOtlpExporter());
        }

        if (!string.IsNullOrEmpty(insights))
        {
            telemetry
                .WithTracing(traces => traces.AddAzureMonitorTraceExporter(Send))
                .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(Send))
                .WithLogging(logs => logs.AddAzureMonitorLogExporter(Send));
        }

        return services;

        // Application Insights without local authentication takes telemetry from the app's identity only.
        void Send(AzureMonitorExporterOptions options)
        {
            options.ConnectionString = insights;
            options.Credential = SaysIdentity(configuration[AuthenticationSetting]) ? credential : null;
        }
    }

    private static bool SaysIdentity(string? authentication) =>
        authentication?.Contains("Authorization=AAD", StringComparison.OrdinalIgnoreCase) == true;
}
