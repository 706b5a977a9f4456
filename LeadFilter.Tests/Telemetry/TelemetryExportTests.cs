using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Azure.Identity;
using LeadFilter.Functions.Telemetry;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Telemetry;
using LeadFilter.Tests.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace LeadFilter.Tests.Telemetry;

[TestClass]
public sealed class TelemetryExportTests
{
    [TestMethod]
    public void Without_a_destination_nothing_is_collected()
    {
        using var services = Services([]);
        Assert.IsNull(services.GetService<TracerProvider>());
        Assert.IsNull(services.GetService<MeterProvider>());
    }

    [TestMethod]
    public async Task A_collector_learns_the_services_name()
    {
        await using var collector = await Collector.StartAsync();
        using var services = ServicesOf(collector);
        var traces = services.GetRequiredService<TracerProvider>();

        await TraceComesAsync(collector, traces);

        Assert.IsFalse(collector.Received("unknown_service"));
    }

    [TestMethod]
    public async Task Spans_are_a_part_of_the_Functions_hosts_trace()
    {
        await using var collector = await Collector.StartAsync();
        using var services = ServicesOf(collector);
        _ = services.GetRequiredService<TracerProvider>();
        var host = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        using var worker = new ActivitySource("Microsoft.Azure.Functions.Worker");

        using var call = worker.StartActivity("SubmitLead", ActivityKind.Server, host);
        using var sending = LeadTraces.Send(QueueNames.Leads);

        Assert.AreEqual(host.TraceId, sending!.TraceId);
        Assert.AreEqual(host.SpanId, call!.ParentSpanId);
    }

    [TestMethod]
    public async Task Functions_host_is_told_that_this_process_exports_its_own_logs()
    {
        await using var collector = await Collector.StartAsync();
        using var services = ServicesOf(collector);

        Assert.AreEqual("True", services.GetRequiredService<IOptions<WorkerOptions>>().Value.Capabilities["WorkerOpenTelemetryEnabled"]);
    }

    [TestMethod]
    public async Task A_collector_gets_traces_and_metrics()
    {
        await using var collector = await Collector.StartAsync();
        using var services = ServicesOf(collector);
        var (traces, metrics) = (services.GetRequiredService<TracerProvider>(), services.GetRequiredService<MeterProvider>());

        services.GetRequiredService<LeadMetrics>().Claimed(conflict: true);
        Assert.IsTrue(metrics.ForceFlush(5_000));

        await TraceComesAsync(collector, traces);
        Assert.IsTrue(collector.Received("leadfilter.claims"), "no metric came");
    }

    /// <summary>
    /// The tests that run at the same time make spans of the same source, and what does not fit into the exporter's queue is dropped.
    /// </summary>
    private static Task TraceComesAsync(Collector collector, TracerProvider traces) => Eventually.HoldsAsync(
        () =>
        {
            LeadTraces.Send(QueueNames.Leads)?.Dispose();
            traces.ForceFlush(5_000);
            return Task.FromResult(collector.Received("send lead"));
        },
        "no trace came");

    private static ServiceProvider ServicesOf(Collector collector) => Services(new()
    {
        [TelemetryRegistration.OtlpSetting] = collector.Address,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    });

    private static ServiceProvider Services(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddMetrics()
            .AddSingleton<LeadMetrics>()
            .AddTelemetry(configuration, new DefaultAzureCredential())
            .BuildServiceProvider();
    }

    /// <summary>An OTLP collector that keeps what it gets.</summary>
    private sealed class Collector(WebApplication app) : IAsyncDisposable
    {
        private readonly ConcurrentQueue<string> bodies = new();

        public string Address => app.Urls.Single();

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var collector = new Collector(builder.Build());
            collector.Map();
            await collector.Start();
            return collector;
        }

        public bool Received(string text) => bodies.Any(body => body.Contains(text, StringComparison.Ordinal));

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private Task Start() => app.StartAsync();

        private void Map() => app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            bodies.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
        });
    }
}
