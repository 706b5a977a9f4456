using System.Diagnostics.Metrics;
using System.Reflection;
using LeadFilter.Cli.Metrics;
using LeadFilter.Pipeline.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LeadFilter.Cli.Exporting;

/// <summary>
/// Sends traces, metrics and logs to a collector, as the host on Azure does. Everything is sent by threads of its own from bounded queues:
/// while the collector is down, what does not fit is lost, and no lead waits for it.
/// </summary>
internal static class OpenTelemetryExport
{
    /// <summary>The service's name, unless <c>OTEL_SERVICE_NAME</c> says another.</summary>
    public const string ServiceName = "leadfilter";

    private const string SamplerSetting = "OTEL_TRACES_SAMPLER";

    /// <summary>Adds it to a host.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="collector">Where to send it; null for nowhere: then nothing is collected, and it costs nothing.</param>
    public static void AddTo(WebApplicationBuilder builder, CollectorSettings? collector)
    {
        if (collector is null)
        {
            return;
        }

        // OpenTelemetry reads its variables from here. That of an endpoint for one signal would win over this one, as it should.
        builder.Configuration.AddInMemoryCollection(collector.ToConfiguration());
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(static resource => resource
                .AddService(ServiceName, serviceVersion: Version, autoGenerateServiceInstanceId: true)
                .AddEnvironmentVariableDetector())
            .WithTracing(traces => Sample(traces, builder.Configuration[SamplerSetting]).AddSource(LeadTraces.SourceName).AddOtlpExporter())
            .WithMetrics(static metrics => metrics
                .AddMeter(LeadMetrics.MeterName, WatchedMeters.Hosting, WatchedMeters.Kestrel, WatchedMeters.Runtime)
                .AddOtlpExporter())
            .WithLogging(static logs => logs.AddOtlpExporter(), static logs => logs.IncludeFormattedMessage = true);
        builder.Services.ConfigureOpenTelemetryMeterProvider(static (services, metrics) =>
        {
            var watched = new WatchedMeters(services.GetRequiredService<IMeterFactory>());
            metrics.AddView(instrument => watched.Has(instrument) ? null : MetricStreamConfiguration.Drop);
        });
    }

    // The web server makes a span of its own for each request, which nobody records: the addresses in it may hold a person. The usual
    // sampler would leave out everything below it.
    private static TracerProviderBuilder Sample(TracerProviderBuilder traces, string? sampler) =>
        string.IsNullOrEmpty(sampler) ? traces.SetSampler(new AlwaysOnSampler()) : traces;

    private static string? Version =>
        typeof(OpenTelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
}
