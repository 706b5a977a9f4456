using LeadFilter.Cli.DemoCrm;
using LeadFilter.Cli.Listening;
using LeadFilter.Core.Campaigns;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Notices;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Sqlite.Folders;
using LeadFilter.Sqlite.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Cli.Serving;

/// <summary>The whole filter in one process: Kestrel in front, SQLite behind, and a demo CRM to deliver to.</summary>
internal sealed class FilterHost : IAsyncDisposable
{
    private const int DeliveriesAtOnce = 16;
    private const int RecordsAtOnce = 4;
    private const int NoticesAtOnce = 8;

    private readonly WebApplication app;
    private readonly SqliteStore store;
    private readonly FolderLock folderLock;
    private IReadOnlyList<QueuePump> pumps = [];

    private FilterHost(WebApplication app, SqliteStore store, FolderLock folderLock, InstallationSecrets secrets)
    {
        this.app = app;
        this.store = store;
        this.folderLock = folderLock;
        Secrets = secrets;
    }

    /// <summary>The secrets in use.</summary>
    public InstallationSecrets Secrets { get; }

    /// <summary>The file that holds the data.</summary>
    public string DataFile => store.File;

    /// <summary>The store, for whoever wants to look into it while it runs.</summary>
    public SqliteStore Store => store;

    /// <summary>What it is composed of, for whoever wants to look into it while it runs.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>The campaigns and vendors in use.</summary>
    public CampaignSet Campaigns => app.Services.GetRequiredService<CampaignFolder>().Current;

    /// <summary>Whether there is a demo CRM, once the filter has started.</summary>
    public bool HasDemoCrm => FilterApplication.HasDemoCrm(app);

    /// <summary>The campaigns that deliver to a demo CRM which is not there, once the filter has started.</summary>
    public IEnumerable<CampaignId> WithoutDemoCrm => HasDemoCrm ? [] :
    [
        .. Campaigns.Campaigns.Values
            .Where(static campaign => campaign.Delivery.Url.StartsWith('/') && DemoCrmDoor.LeadsHere(campaign.Delivery.Url))
            .Select(static campaign => campaign.Id),
    ];

    /// <summary>Where it listens, once the filter has started.</summary>
    public IReadOnlyList<Uri> Addresses => [.. app.Urls.Select(static url => new Uri(url))];

    /// <summary>The address for programs of this machine, once the filter has started.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Starts a filter.</summary>
    /// <param name="options">The folders.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">The randomness, safe for use by many threads.</param>
    /// <param name="setting">Looks up settings such as the admin key.</param>
    /// <param name="configure">Changes of services, for tests; null for none.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="CannotServeException">Settings, campaigns, data folder or port cannot be used.</exception>
    public static async Task<FilterHost> StartAsync(
        ServeOptions options,
        TimeProvider time,
        Random random,
        Func<string, string?> setting,
        Action<IServiceCollection>? configure,
        CancellationToken cancellation)
    {
        var settings = ServeSettings.Read(setting);
        ProveCampaigns(options.CampaignFolder, settings);
        if (settings.Listening.Addresses.Select(ListenPort.Try).FirstOrDefault(static problem => problem is not null) is { } problem)
        {
            throw new CannotServeException(problem);
        }

        SqliteStore? opened = null;
        FolderLock? locked = null;
        FilterHost? host = null;
        try
        {
            var storeSettings = new StoreSettings { Tables = [.. TableNames.All, DemoCrmStore.TableName], CleansOldFile = true };
            DataFolder.Make(options.DataFolder);
            locked = FolderLock.Take(options.DataFolder);
            opened = SqliteStore.Open(options.DataFolder, time, storeSettings);
            var secrets = InstallationSecrets.Load(options.DataFolder, setting, settings.Staff);
            await IdentityMark.LeaveAsync(opened.Tables, new(secrets.Identity), cancellation);
            host = new(
                FilterApplication.Build(options, opened, secrets, settings, time, random, configure),
                opened,
                locked,
                secrets);

            // Once more, now that the admin key of the data folder is known: a vendor's key may be the same.
            Prove(host.Campaigns);
            await host.StartAsync(cancellation);
            return host;
        }
        catch (Exception error)
        {
            if (host is not null)
            {
                await host.DisposeAsync();
            }
            else
            {
                await (opened?.DisposeAsync() ?? default);
                locked?.Dispose();
            }

            throw error switch
            {
                DataFolderException => new CannotServeException(error.Message),
                IOException { InnerException: AddressInUseException } => new CannotServeException(
                    settings.Listening.Addresses.Select(ListenPort.Try).FirstOrDefault(static problem => problem is not null)
                        ?? ListenPort.Taken(settings.Listening.Addresses[0])),
                _ => error,
            };
        }
    }

    /// <summary>Waits until the process is told to stop.</summary>
    /// <param name="cancellation">Tells it, too.</param>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var bySignal = app.Lifetime.ApplicationStopping.Register(() => told.TrySetResult());
        await using var byCaller = cancellation.Register(() => told.TrySetResult());
        await told.Task;
    }

    /// <summary>Finishes what is in hand and stops: the deliveries first, which may need the server.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(FilterApplication.Patience, app.Services.GetRequiredService<TimeProvider>());
        foreach (var pump in pumps)
        {
            await pump.StopAsync(patience.Token);
            pump.Dispose();
        }

        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        await store.DisposeAsync();
        folderLock.Dispose();
    }

    /// <summary>At the start there is no last good version: a campaign that does not load ends it.</summary>
    private static void ProveCampaigns(string folder, ServeSettings settings)
    {
        using var silent = LoggerFactory.Create(_ => { });
        Prove(new CampaignFolder(folder, silent.CreateLogger<CampaignFolder>(), settings.Staff, settings.Permissions).Reload());
    }

    private static void Prove(CampaignSet campaigns)
    {
        if (campaigns.Mistakes.Count > 0)
        {
            throw new CannotServeException(string.Join('\n', campaigns.Mistakes));
        }
    }

    private QueuePump Pump(string queue, Func<QueueMessage, CancellationToken, Task<Settlement>> handle, int concurrency) =>
        new(
            store,
            queue,
            handle,
            concurrency,
            app.Services.GetRequiredService<TimeProvider>(),
            app.Services.GetRequiredService<ILogger<QueuePump>>());

    /// <summary>
    /// The server first, then the pumps: they may deliver to the demo CRM of this very host. What a server that was killed had
    /// in hand is taken up at once.
    /// </summary>
    private async Task StartAsync(CancellationToken cancellation)
    {
        foreach (var queue in QueueNames.All)
        {
            await store.Queue.ReleaseLocksAsync(queue, cancellation);
        }

        await app.StartAsync(cancellation);
        Address = FilterApplication.OwnAddress(app);
        app.Services.GetRequiredService<DeliveryOptions>().OwnAddress = Address;
        pumps =
        [
            Pump(QueueNames.Leads, app.Services.GetRequiredService<Forwarder>().HandleAsync, DeliveriesAtOnce),
            Pump(QueueNames.Records, app.Services.GetRequiredService<DecisionJournal>().HandleAsync, RecordsAtOnce),
            Pump(QueueNames.Notices, app.Services.GetRequiredService<NoticeForwarder>().HandleAsync, NoticesAtOnce),
        ];
        foreach (var pump in pumps)
        {
            await pump.StartAsync(cancellation);
        }
    }
}
