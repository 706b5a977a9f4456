using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Azure.Messaging.ServiceBus;
using LeadFilter.Functions.Settings;
using LeadFilter.Tests.Azure.Queues;
using LeadFilter.Tests.Azure.ServiceBus;
using LeadFilter.Tests.Azure.ServiceBus.Queues;
using LeadFilter.Tests.Azure.Tables;
using LeadFilter.Tests.Folders;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Azure.Worker;

/// <summary>
/// An app on Azure with the sample campaigns: its worker, which may be killed and started again, the queues behind its
/// triggers, its tables in Azurite, and the CRM.
/// </summary>
internal sealed class WorkerApp : IAsyncDisposable
{
    public const string AdminKey = "admin-key-of-the-tests";

    private const int CallsAtATime = 16;
    private const string DemoCrm = "/demo/crm/leads";

    // A worker that is told to stop leaves the lead in its hands locked.
    private static readonly TimeSpan LockDuration = TimeSpan.FromSeconds(15);

    private readonly TemporaryFolder campaigns = new();
    private readonly ServiceBusServer bus = new();
    private readonly ServiceBusClient client;
    private readonly List<FunctionTrigger> triggers = [];
    private TaskCompletionSource<HostedWorker> worker = Pending();

    private WorkerApp(MoodyCrm crm, string tables)
    {
        Crm = crm;
        client = new(bus.ConnectionString);
        Leads = bus.AddQueue("the-leads", new() { LockDuration = LockDuration });
        Records = bus.AddQueue("the-records");
        Notices = bus.AddQueue("the-notices");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(SampleFiles.Root, "campaigns")))
        {
            var text = File.ReadAllText(file).Replace(DemoCrm, crm.Address.ToString(), StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(campaigns.Path, Path.GetFileName(file)), text);
        }

        Settings = new()
        {
            ["ServiceBus"] = bus.ConnectionString,
            ["Tables"] = tables,
            ["LeadQueue"] = "the-leads",
            ["RecordQueue"] = "the-records",
            ["NoticeQueue"] = "the-notices",
            ["LEADFILTER_ADMIN_KEY"] = AdminKey,
            ["LEADFILTER_MAY_CALL"] = "127.0.0.0/8",
            [AzureSettings.CampaignFolderName] = campaigns.Path,

            // Nobody who shares the tables has the same hashes of a person.
            [AzureSettings.IdentitySecretName] = RandomNumberGenerator.GetHexString(64),
        };
    }

    public Dictionary<string, string> Settings { get; }

    public MoodyCrm Crm { get; }

    public BrokerQueue Leads { get; }

    public BrokerQueue Records { get; }

    public BrokerQueue Notices { get; }

    /// <summary>The worker; while there is none, the next one.</summary>
    public Task<HostedWorker> Worker => Volatile.Read(ref worker).Task;

    /// <summary>Makes an app whose worker does not run yet.</summary>
    public static async Task<WorkerApp> CreateAsync() =>
        new(await MoodyCrm.StartAsync((_, _) => Mood.Take), await Azurite.ConnectAsync());

    /// <summary>Makes an app and starts its worker.</summary>
    public static async Task<WorkerApp> StartAsync()
    {
        var app = await CreateAsync();
        await app.StartWorkerAsync();
        await app.TriggerAsync("ForwardLead", app.Settings["LeadQueue"]);
        await app.TriggerAsync("WriteRejection", app.Settings["RecordQueue"]);
        await app.TriggerAsync("ForwardNotice", app.Settings["NoticeQueue"]);
        return app;
    }

    /// <summary>Starts a worker in place of one that was killed.</summary>
    public async Task StartWorkerAsync() => worker.SetResult(await HostedWorker.StartAsync(Settings));

    /// <summary>Kills the worker. Who wants one from now on waits for the next.</summary>
    public Task KillWorkerAsync() => EndWorkerAsync(process => process.KillAsync());

    /// <summary>Ends the worker. Who wants one from now on waits for the next.</summary>
    /// <param name="end">How it is ended.</param>
    public async Task EndWorkerAsync(Func<WorkerProcess, Task> end)
    {
        var old = await Interlocked.Exchange(ref worker, Pending()).Task;
        await end(old.Process);
        await old.DisposeAsync();
    }

    /// <summary>Posts a lead to the sample campaign.</summary>
    /// <exception cref="IOException">The worker has gone without an answer.</exception>
    public Task<(HttpStatusCode Status, string Body)> PostAsync(string vendor, ReadOnlyMemory<byte> json) => SendAsync(
        HttpMethod.Post,
        "/api/campaigns/solar/leads",
        $"{vendor}-demo-key",
        new StringContent(Encoding.UTF8.GetString(json.Span), null, "application/json"));

    /// <summary>Sends a request to the worker.</summary>
    /// <exception cref="IOException">The worker has gone without an answer.</exception>
    public async Task<(HttpStatusCode Status, string Body)> SendAsync(
        HttpMethod method, string path, string? key = null, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return await (await Worker).SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        // Whoever still waits for a worker is told that there will be none.
        if (!worker.TrySetCanceled())
        {
            await (await Worker).DisposeAsync();
        }

        foreach (var trigger in triggers)
        {
            await trigger.DisposeAsync();
        }

        await client.DisposeAsync();
        await bus.DisposeAsync();
        await Crm.DisposeAsync();
        campaigns.Dispose();
    }

    private static TaskCompletionSource<HostedWorker> Pending() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task TriggerAsync(string function, string queue) => triggers.Add(await FunctionTrigger.StartAsync(
        client, queue, CallsAtATime, async (message, actions, _) => await (await Worker).DeliverAsync(function, message, actions)));
}
