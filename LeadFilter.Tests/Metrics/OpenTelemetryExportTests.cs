using System.Collections.Concurrent;
using System.Text;
using LeadFilter.Cli.Exporting;
using LeadFilter.Cli.Metrics;
using LeadFilter.Tests.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace LeadFilter.Tests.Metrics;

/// <summary>What <c>serve</c> sends to a collector, a real one over HTTP.</summary>
[TestClass]
public sealed class OpenTelemetryExportTests
{
    private static readonly Action<ILogger, string, Exception?> LowDisk =
        LoggerMessage.Define<string>(LogLevel.Warning, new(1), "the disk {Name} is low");

    [TestMethod]
    public async Task A_collector_gets_traces_and_metrics_under_the_services_name_and_nothing_of_a_person()
    {
        const string mark = "zzmarkzz";
        await using var collector = await Receiver.StartAsync();
        using var folders = new FilterFolders();
        await using (var filter = await FilterUnderTest.StartAsync(folders, settings: collector.Settings))
        {
            await filter.Visitor.SendAsync("acme", new() { ["email"] = $"{mark}@example.com", ["state"] = "CA", ["source"] = mark });
            await filter.Visitor.SendAsync("bright", new() { ["email"] = mark, ["first_name"] = mark, [mark] = mark });
            using var get = await filter.Visitor.Http.GetAsync($"{FilterVisitor.Leads}?email={mark}%40example.com");
            await filter.DeliveredAsync();
            await filter.Host.Services.GetRequiredService<StateMetrics>().RefreshAsync(CancellationToken.None);
        }

        // When the filter has stopped, it has sent what it had.
        var metrics = collector.Of("/v1/metrics");
        foreach (var expected in (string[])["leadfilter.decisions", "leadfilter.answer.duration", "leadfilter.deliveries", "leadfilter.disk.size",
            "http.server.request.duration", "dotnet.process.cpu.time"])
        {
            Assert.IsTrue(metrics.Contains(expected, StringComparison.Ordinal), $"{expected} did not come");
        }

        Assert.IsFalse(metrics.Contains("kestrel.tls", StringComparison.Ordinal), "an instrument came that nobody asked for");
        var traces = collector.Of("/v1/traces");
        Assert.IsTrue(traces.Contains("submit lead", StringComparison.Ordinal) && traces.Contains("deliver lead", StringComparison.Ordinal));
        foreach (var signal in (string[])[metrics, traces])
        {
            Assert.IsTrue(signal.Contains("service.name", StringComparison.Ordinal) && signal.Contains("leadfilter", StringComparison.Ordinal));
            Assert.IsFalse(signal.Contains("unknown_service", StringComparison.Ordinal));
        }

        Assert.IsFalse(collector.All.Contains(mark, StringComparison.OrdinalIgnoreCase), "personal data left");
    }

    [TestMethod]
    public async Task Logs_go_there_too()
    {
        await using var collector = await Receiver.StartAsync();
        using var folders = new FilterFolders();
        await using (var filter = await FilterUnderTest.StartAsync(
            folders, settings: collector.Settings, configure: static services => services.AddLogging(static logs => logs.SetMinimumLevel(LogLevel.Warning))))
        {
            LowDisk(filter.Host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("LeadFilter.Some"), "sda", null);
        }

        Assert.IsTrue(collector.Of("/v1/logs").Contains("the disk sda is low", StringComparison.Ordinal), "no log came");
    }

    [TestMethod]
    public async Task A_collector_that_is_down_changes_nothing_for_vendors()
    {
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders, settings: new Dictionary<string, string>
        {
            [CollectorSettings.EndpointSetting] = "http://127.0.0.1:1",
            [CollectorSettings.ProtocolSetting] = "http/protobuf",
        });

        Assert.AreEqual("success", (await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"))).Outcome);
        await filter.DeliveredAsync();
    }

    [TestMethod]
    public async Task Without_a_collector_nothing_is_collected()
    {
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders);

        Assert.IsNull(filter.Host.Services.GetService<MeterProvider>());
        Assert.IsNull(filter.Host.Services.GetService<TracerProvider>());
    }

    [TestMethod]
    [DataRow("localhost:4317", null, "OTEL_EXPORTER_OTLP_ENDPOINT")]
    [DataRow("collector", null, "OTEL_EXPORTER_OTLP_ENDPOINT")]
    [DataRow("http://127.0.0.1:4318", "http/json", "OTEL_EXPORTER_OTLP_PROTOCOL")]
    public void What_is_wrong_is_told_at_the_start(string endpoint, string? protocol, string setting)
    {
        var told = new List<string>();

        Assert.IsNull(CollectorSettings.Read(new(
            name => name switch { CollectorSettings.EndpointSetting => endpoint, CollectorSettings.ProtocolSetting => protocol, _ => null }, told)));

        Assert.Contains(setting, told.Single(), StringComparison.Ordinal);
    }

    /// <summary>An OTLP collector that keeps what it gets.</summary>
    private sealed class Receiver(WebApplication app) : IAsyncDisposable
    {
        private readonly ConcurrentQueue<(string Path, string Body)> requests = new();

        public Dictionary<string, string> Settings => new()
        {
            [CollectorSettings.EndpointSetting] = app.Urls.Single(),
            [CollectorSettings.ProtocolSetting] = "http/protobuf",
        };

        public string All => string.Join('\n', requests.Select(static request => request.Body));

        public static async Task<Receiver> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var receiver = new Receiver(builder.Build());
            await receiver.RunAsync();
            return receiver;
        }

        public string Of(string path) => string.Join('\n', requests.Where(request => request.Path == path).Select(static request => request.Body));

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private Task RunAsync()
        {
            app.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                requests.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
            });
            return app.StartAsync();
        }
    }
}
