using System.Text;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using LeadFilter.Functions;
using LeadFilter.Functions.Capacity;
using LeadFilter.Functions.Delivery;
using LeadFilter.Functions.Duplicates;
using LeadFilter.Functions.Health;
using LeadFilter.Functions.Intake;
using LeadFilter.Functions.Decisions;
using LeadFilter.Functions.Settings;
using LeadFilter.Functions.Starting;
using LeadFilter.Functions.Suppression;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Tests.Azure.Queues;
using LeadFilter.Tests.Azure.Tables;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Cli;
using LeadFilter.Tests.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Azure.Hosting;

/// <summary>The filter as it is composed on Azure, with stores and a CRM in memory, the test campaign, and a clock that stands still but for short pauses.</summary>
internal sealed class AzureFilter : IAsyncDisposable
{
    public const string AdminKey = "admin-demo-key";

    private readonly TemporaryFolder folder = new();
    private readonly ServiceProvider services;

    public AzureFilter()
    {
        folder.Write("vendors.json", TestCampaign.VendorsJson);
        folder.Write("loans.json", TestCampaign.Json);
        Bus = new(Clock);
        services = Add(new ServiceCollection()).BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    public HurriedClock Clock { get; } = new();

    public InMemoryTableService Tables { get; } = new();

    public InMemoryServiceBus Bus { get; }

    public StubConnector Crm { get; } = new();

    public TestLog Log { get; } = new();

    public InMemoryQueue Leads => Bus["the-leads"];

    public InMemoryQueue Records => Bus["the-records"];

    public static async Task<AzureFilter> StartAsync()
    {
        var filter = new AzureFilter();
        await filter.PrepareAsync();
        return filter;
    }

    public static Dictionary<string, string?> Settings() => new()
    {
        ["ServiceBus"] = "Endpoint=sb://localhost;SharedAccessKeyName=name;SharedAccessKey=a2V5;UseDevelopmentEmulator=true",
        ["Tables"] = "UseDevelopmentStorage=true",
        ["LeadQueue"] = "the-leads",
        ["RecordQueue"] = "the-records",
        [AzureSettings.IdentitySecretName] = new string('k', 32),
        ["LEADFILTER_ADMIN_KEY"] = AdminKey,
    };

    /// <summary>Composes the host into services.</summary>
    public IServiceCollection Add(IServiceCollection all)
    {
        var settings = Settings();
        settings[AzureSettings.CampaignFolderName] = folder.Path;
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return all
            .AddSingleton(configuration)
            .AddLogging(logging => logging.AddProvider(Log))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new Random(1))
            .AddAzureHost(configuration)
            .AddSingleton<TableServiceClient>(Tables)
            .AddSingleton<ServiceBusClient>(Bus)
            .AddSingleton<IConnector>(Crm)
            .AddTransient<SubmitLead>()
            .AddTransient<ListRejections>()
            .AddTransient<ListCaps>()
            .AddTransient<CheckPerson>()
            .AddTransient<ImportClaims>()
            .AddTransient<ListSuppressions>()
            .AddTransient<ChangeSuppressions>()
            .AddTransient<Live>()
            .AddTransient<Ready>()
            .AddTransient<ForwardLead>()
            .AddTransient<WriteRejection>();
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>What the host does before it takes calls.</summary>
    public Task PrepareAsync() =>
        services.GetServices<IHostedService>().OfType<Preparation>().Single().StartingAsync(CancellationToken.None);

    /// <summary>Posts a lead through the function and reads the answer.</summary>
    public async Task<HttpAnswer> PostAsync(string vendor, string person, string state = "CA", CancellationToken stopping = default)
    {
        var context = NewContext($$"""{"email":"{{person}}@example.com","state":"{{state}}"}""");
        context.Request.Headers.Authorization = $"Bearer {vendor}-demo-key";
        return await AnswerAsync(context, await Get<SubmitLead>().RunAsync(context.Request, "loans", stopping));
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

    /// <summary>Receives the one message of the queue and has it forwarded.</summary>
    public Task ForwardAsync(CancellationToken stopping = default) =>
        Get<ForwardLead>().RunAsync(Leads.Receive(10).Single(), new InMemoryActions(Leads), stopping);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Log.Dispose();
        folder.Dispose();
    }
}
