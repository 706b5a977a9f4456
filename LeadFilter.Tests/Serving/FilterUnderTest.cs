using LeadFilter.Pipeline.Staff;
using LeadFilter.Cli.Listening;
using LeadFilter.Cli.Serving;
using LeadFilter.Core.Permissions;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Serving;

/// <summary>A whole filter in the test's own process: real Kestrel on a free port, real SQLite, its pumps and its demo CRM.</summary>
internal sealed class FilterUnderTest : IAsyncDisposable
{
    // Some CRMs of the tests keep a machine busy, and every lead waits for them several times.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private FilterUnderTest(FilterHost host)
    {
        Host = host;
        Visitor = new(host.Address);
    }

    public FilterHost Host { get; }

    public FilterVisitor Visitor { get; }

    public static async Task<FilterUnderTest> StartAsync(
        FilterFolders folders,
        TimeProvider? time = null,
        Action<IServiceCollection>? configure = null,
        IReadOnlyDictionary<string, string>? settings = null) =>
        new(await FilterHost.StartAsync(
            new(folders.Data, folders.Campaigns),
            time ?? TimeProvider.System,
            Random.Shared,
            name => settings?.GetValueOrDefault(name) ?? name switch
            {
                StaffKeys.AdminKeySetting => FilterVisitor.AdminKey,
                Destinations.SettingName => FilterVisitor.Loopback,
                _ => OnFreePort(name),
            },
            services =>
            {
                services.AddLogging(logging => logging.ClearProviders());
                configure?.Invoke(services);
            },
            CancellationToken.None));

    /// <summary>The setting of a filter that takes a free port, since somebody may serve beside the tests; null for other settings.</summary>
    public static string? OnFreePort(string setting) => setting == ListenSettings.Addresses ? "127.0.0.1:0" : null;

    /// <summary>How many leads are on their way.</summary>
    public async Task<long> QueuedAsync()
    {
        var depth = await Host.Store.Queue.CountAsync(QueueNames.Leads, CancellationToken.None);
        return depth.Ready + depth.Scheduled + depth.Locked;
    }

    /// <summary>Waits until every lead is delivered or given up.</summary>
    public Task DeliveredAsync() => Eventually.HoldsAsync(async () => await QueuedAsync() == 0, "leads are still in the queue", Patience);

    /// <summary>Everything in the log of decisions, newest first.</summary>
    public async Task<IReadOnlyList<DecisionRecord>> DecisionsAsync()
    {
        var loans = Host.Campaigns.Campaigns.Keys.Single();
        var records = new List<DecisionRecord>();
        await foreach (var record in new DecisionLog(Host.Store.Tables).ReadAsync(loans, null, null, null, null, CancellationToken.None))
        {
            records.Add(record);
        }

        return records;
    }

    public async ValueTask DisposeAsync()
    {
        Visitor.Dispose();
        await Host.DisposeAsync();
    }
}
