using System.Text;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using LeadFilter.Core.Vendors;
using LeadFilter.Functions;
using LeadFilter.Functions.Delivery;
using LeadFilter.Functions.Intake;
using LeadFilter.Functions.Decisions;
using LeadFilter.Functions.Settings;
using LeadFilter.Functions.Starting;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Staff;
using LeadFilter.Tests.Azure.Queues;
using LeadFilter.Tests.Azure.ServiceBus;
using LeadFilter.Tests.Azure.ServiceBus.Queues;
using LeadFilter.Tests.Azure.Tables;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Cli;
using LeadFilter.Tests.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Azure.Hosting;

/// <summary>
/// The filter as it is composed on Azure, with tables and a CRM in memory, Service Bus over the wire, the test campaign, and a
/// clock that stands still but for short pauses.
/// </summary>
internal sealed class AzureFilter : IAsyncDisposable
{
    public const string AdminKey = "admin-key-of-the-tests";
    public const string ReadKey = "read-key-of-the-tests";
    public const string CrmKey = "crm-key-of-the-tests";

    private static readonly string NamedKeys = $$$$"""
        {"staff":{"reader":{"role":"read","keys":["{{{{KeyHash.Of(ReadKey)}}}}"]},"sales":{"role":"crm","keys":["{{{{KeyHash.Of(CrmKey)}}}}"]}}}
        """;

    private readonly TemporaryFolder folder = new();
    private readonly string campaigns;
    private readonly string? account;
    private readonly ServiceProvider services;

    /// <param name="start">What the clock shows; null for some noon.</param>
    /// <param name="campaigns">The folder of the campaigns; null for the test campaign.</param>
    /// <param name="account">How the tables' account is reached; null for tables in memory.</param>
    public AzureFilter(DateTimeOffset? start = null, string? campaigns = null, string? account = null)
    {
        Clock = new(start);
        this.account = account;
        this.campaigns = campaigns ?? folder.Path;
        folder.Write("vendors.json", TestCampaign.VendorsJson);
        folder.Write("loans.json", TestCampaign.Json);
        Bus = new(Clock);
        Leads = Bus.AddQueue("the-leads");
        Records = Bus.AddQueue("the-records");
        Notices = Bus.AddQueue("the-notices");
        services = Add(new ServiceCollection()).BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    public HurriedClock Clock { get; }

    public InMemoryTableService Tables { get; } = new();

    public ServiceBusServer Bus { get; }

    public StubConnector Crm { get; } = new();

    public TestLog Log { get; } = new();

    public BrokerQueue Leads { get; }

    public BrokerQueue Records { get; }

    public BrokerQueue Notices { get; }

    public static async Task<AzureFilter> StartAsync(DateTimeOffset? start = null, string? campaigns = null, string? account = null)
    {
        var filter = new AzureFilter(start, campaigns, account);
        await filter.PrepareAsync();
        return filter;
    }

    public static Dictionary<string, string?> Settings() => new()
    {
        ["ServiceBus"] = "Endpoint=sb://localhost;SharedAccessKeyName=name;SharedAccessKey=a2V5;UseDevelopmentEmulator=true",
        ["Tables"] = "UseDevelopmentStorage=true",
        ["LeadQueue"] = "the-leads",
        ["RecordQueue"] = "the-records",
        ["NoticeQueue"] = "the-notices",
        [AzureSettings.IdentitySecretName] = new string('k', 32),
        ["LEADFILTER_ADMIN_KEY"] = AdminKey,
    };

    /// <summary>Composes the host into services.</summary>
    public IServiceCollection Add(IServiceCollection all)
    {
        var settings = Settings();
        settings[AzureSettings.CampaignFolderName] = campaigns;
        settings[StaffKeys.NamedKeysSetting] = NamedKeys;
        settings["ServiceBus"] = Bus.ConnectionString;
        settings["Tables"] = account ?? settings["Tables"];
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        all
            .AddSingleton(configuration)
            .AddLogging(logging => logging.AddProvider(Log))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new Random(1))
            .AddAzureHost(configuration)
            .AddSingleton<IConnector>(Crm)
            .AddFunctions();
        return account is null ? all.AddSingleton<TableServiceClient>(Tables) : all;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>What the host does before it takes calls.</summary>
    public Task PrepareAsync() =>
        services.GetServices<IHostedService>().OfType<Preparation>().Single().StartingAsync(CancellationToken.None);

    /// <summary>Posts a lead to the test campaign through the function and reads the answer.</summary>
    public Task<HttpAnswer> PostAsync(string vendor, string person, string state = "CA", CancellationToken stopping = default) =>
        PostJsonAsync(vendor, "loans", $$"""{"email":"{{person}}@example.com","state":"{{state}}"}""", stopping);

    /// <summary>Posts a lead through the function and reads the answer.</summary>
    public async Task<HttpAnswer> PostJsonAsync(string vendor, string campaign, string json, CancellationToken stopping = default)
    {
        var context = NewContext(json);
        context.Request.Headers.Authorization = $"Bearer {vendor}-demo-key";
        return await AnswerAsync(context, await Get<SubmitLead>().RunAsync(context.Request, campaign, stopping));
    }

    /// <summary>A POST of JSON.</summary>
    public DefaultHttpContext NewContext(string json = "")
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Method = "POST";
        context.Request.ContentType = "application/json";
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(json));
        context.Request.ContentLength = context.Request.Body.Length;
        context.Response.Body = new MemoryStream();
        return context;
    }

    /// <summary>Executes a function's result as the worker does.</summary>
    public static async Task<HttpAnswer> AnswerAsync(HttpContext context, IResult result)
    {
        await result.ExecuteAsync(context);
        context.Response.Body.Position = 0;
        using var body = new StreamReader(context.Response.Body);
        return new(context.Response.StatusCode, await body.ReadToEndAsync(), context.Response.Headers.RetryAfter.ToString());
    }

    /// <summary>Puts a message into a queue that did not come from the filter.</summary>
    public async Task SendAsync(string queue, ServiceBusMessage message)
    {
        await using var sender = Get<ServiceBusClient>().CreateSender(queue);
        await sender.SendMessageAsync(message);
    }

    /// <summary>The leads in the queue, as someone sees them who only looks.</summary>
    public async Task<IReadOnlyList<ServiceBusReceivedMessage>> PeekAsync()
    {
        await using var receiver = Get<ServiceBusClient>().CreateReceiver("the-leads");
        return await receiver.PeekMessagesAsync(100);
    }

    /// <summary>Receives a message that is in the queue and has it forwarded.</summary>
    public Task ForwardAsync(CancellationToken stopping = default) =>
        RunAsync("the-leads", (message, actions) => Get<ForwardLead>().RunAsync(message, actions, stopping));

    /// <summary>Receives a record that is in the queue and has it written.</summary>
    public Task WriteRecordAsync() =>
        RunAsync("the-records", (message, actions) => Get<WriteRejection>().RunAsync(message, actions, CancellationToken.None));

    /// <summary>Runs a function once. A message that it leaves alone stays locked.</summary>
    private async Task RunAsync(string queue, Func<ServiceBusReceivedMessage, ServiceBusMessageActions, Task> function)
    {
        await using var receiver = Get<ServiceBusClient>().CreateReceiver(queue);
        await function(await receiver.ReceiveMessageAsync(), new SettlingActions(receiver));
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Bus.DisposeAsync();
        Log.Dispose();
        folder.Dispose();
    }
}
