using LeadFilter.Cli.Connections;
using LeadFilter.Cli.DemoCrm;
using LeadFilter.Cli.Exporting;
using LeadFilter.Cli.Listening;
using LeadFilter.Cli.Metrics;
using LeadFilter.Http;
using LeadFilter.Http.Problems;
using LeadFilter.Http.Routing;
using LeadFilter.Pipeline;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Cli.Serving;

/// <summary>Composes the web application of a filter on one machine.</summary>
internal static class FilterApplication
{
    /// <summary>How long what is in hand may take to finish when the filter stops.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Composes it.</summary>
    /// <param name="options">The folders.</param>
    /// <param name="store">The tables and queues.</param>
    /// <param name="secrets">The installation's secrets.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">The randomness, safe for use by many threads.</param>
    /// <param name="configure">Changes of services, for tests; null for none.</param>
    public static WebApplication Build(
        ServeOptions options,
        SqliteStore store,
        InstallationSecrets secrets,
        ServeSettings settings,
        TimeProvider time,
        Random random,
        Action<IServiceCollection>? configure)
    {
        // Otherwise the host watches the working folder and all below it, and is woken by each write of a database that lies there.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.WebHost.ConfigureKestrel(kestrel => Limit(kestrel, settings.Connections));
        builder.WebHost.ListenOn(settings.Listening);
        builder.Logging.AddFilter("LeadFilter.Pipeline.Delivery", LogLevel.Warning);
        LogLines.Write(builder.Logging, settings.LogsJson);
        builder.Services
            .Configure<HostOptions>(host => host.ShutdownTimeout = Patience)
            .AddConnectionBounds(settings.Connections, settings.Proxies)
            .AddSingleton(time)
            .AddSingleton(random)
            .AddSingleton(store.Tables)
            .AddSingleton<ILeadQueue>(store.Queue)
            .AddSingleton<IQueueProbe>(store.Queue)
            .AddSingleton<IQueueContents>(store.Queue)
            .AddSingleton<IDiskSpace>(new DataDisk(options.DataFolder))
            .AddSingleton<IChanges>(store.Changes)
            .AddSingleton(new LeaseEpoch(time.GetUtcNow()))
            .AddLeadFilter(
                options.CampaignFolder, secrets.Identity, secrets.Staff, settings.Permissions, settings.Limits, settings.Retention)
            .AddLeadFilterHttp()
            .AddSingleton(settings.DemoCrm)
            .AddSingleton(new DemoCrmStore(store.Tables[DemoCrmStore.TableName], settings.DemoCrm, time))
            .AddHostedService<RetentionPump>()
            .AddHostedService<ReturnPump>()
            .AddHostedService<TargetPump>()
            .AddDelivery(new DeliveryOptions());
        builder.Services.AddSingleton<StateMetrics>().AddSingleton<MetricReadings>();
        MetricsEndpoint.Address.AddTo(builder.Services);
        if (settings.Listening.Certificate is { } certificate)
        {
            builder.Services.AddSingleton(certificate).AddHostedService<CertificateWatch>();
        }

        configure?.Invoke(builder.Services);
        OpenTelemetryExport.AddTo(builder, settings.Collector);

        var app = builder.Build();

        // Its gauges are there for a collector once it is made, and nobody else asks for it.
        app.Services.GetRequiredService<StateMetrics>();
        app.Services.GetRequiredService<CampaignFolder>().Reload();
        app.UseConnectionBounds();
        app.UseProblemPages();
        app.MapLeadFilter();
        app.Map(Addresses.FeedbackAtRoot);
        if (settings.ShowsMetrics)
        {
            app.Map(MetricsEndpoint.Address);
        }

        new DemoCrmEndpoints(app.Services.GetRequiredService<DemoCrmStore>(), new(() => HasDemoCrm(app))).Map(app);
        return app;
    }

    /// <summary>Whether there is a demo CRM: a campaign delivers to it, and nobody can reach the filter from elsewhere.</summary>
    /// <param name="app">The application, once it has started.</param>
    public static bool HasDemoCrm(WebApplication app) =>
        app.Services.GetRequiredService<CampaignFolder>().All.Any(static campaign => DemoCrmDoor.LeadsHere(campaign.Delivery.Url))
        && app.Urls.All(static url => Uri.TryCreate(url, UriKind.Absolute, out var address) && DemoCrmDoor.IsLoopback(address.Host))
        && OwnAddress(app).Scheme == Uri.UriSchemeHttp;

    /// <summary>
    /// The filter's own address, for programs of this machine: one without TLS if there is one, since no certificate is for it.
    /// </summary>
    /// <param name="app">The application, once it has started.</param>
    public static Uri OwnAddress(WebApplication app)
    {
        var addresses = app.Urls.Select(static url => new Uri(url)).ToList();
        var address = addresses.Find(static url => url.Scheme == Uri.UriSchemeHttp) ?? addresses[0];
        return address.Host switch
        {
            "0.0.0.0" => new UriBuilder(address) { Host = "127.0.0.1" }.Uri,
            "[::]" => new UriBuilder(address) { Host = "[::1]" }.Uri,
            _ => address,
        };
    }

    /// <summary>Kestrel's own limits stand above the filter's, so that the filter answers with problem details first.</summary>
    private static void Limit(KestrelServerOptions kestrel, ConnectionOptions connections)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestLineSize = 128 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 128 * 1024;
        kestrel.Limits.MaxRequestHeaderCount = 20_000;
        kestrel.Limits.RequestHeadersTimeout = connections.HeadersTimeout;
        kestrel.Limits.KeepAliveTimeout = connections.KeepAliveTimeout;
    }
}
