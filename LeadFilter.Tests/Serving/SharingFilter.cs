using System.Globalization;
using System.Net;
using LeadFilter.Cli.DemoCrm;
using LeadFilter.Cli.Serving;
using LeadFilter.Core.Permissions;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Staff;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Sqlite;
using LeadFilter.Tests.Clocks;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Serving;

/// <summary>
/// What <c>serve</c> runs, composed as one instance of several on one store, as in Azure: without the lock on the folder, and
/// without what only the sole server of a folder may do, which is to take over at once what another one left behind. Its clock
/// runs fast, so that leases and locks of one that was killed end within seconds.
/// </summary>
internal static class SharingFilter
{
    /// <summary>The word for the process of the tests' own code.</summary>
    public const string Word = "share-a-store";

    private const int Haste = 20;
    private const int MessagesAtOnce = 16;

    /// <summary>The work of the process, until it is killed: data folder, folder of campaigns, when the clocks began to run fast.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var clock = new HastyClock(Haste, DateTimeOffset.Parse(arguments[2], CultureInfo.InvariantCulture));
        await using var store = SqliteStore.Open(arguments[0], clock, new() { Tables = [.. TableNames.All, DemoCrmStore.TableName] });
        var secrets = InstallationSecrets.Load(arguments[0], Environment.GetEnvironmentVariable, StaffKeys.Of(FilterVisitor.AdminKey));
        await using var app = FilterApplication.Build(
            new(arguments[0], arguments[1]),
            store,
            secrets,
            new()
            {
                Listening = new([new(false, IPAddress.Loopback, 0)], null),
                Permissions = new(SecretNames.Default, Destinations.TryParse(FilterVisitor.Loopback, out var loopback) ? loopback : Destinations.Default),
            },
            clock,
            Random.Shared,
            services => services.RemoveAll<LeaseEpoch>());
        await app.StartAsync();
        using var leads = Pump(store, QueueNames.Leads, app.Services.GetRequiredService<Forwarder>().HandleAsync, clock, app.Services);
        using var records = Pump(store, QueueNames.Records, app.Services.GetRequiredService<DecisionJournal>().HandleAsync, clock, app.Services);
        await leads.StartAsync(CancellationToken.None);
        await records.StartAsync(CancellationToken.None);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await Console.Out.WriteLineAsync(ServeProcess.Greeting + address);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static QueuePump Pump(
        SqliteStore store, string name, Func<QueueMessage, CancellationToken, Task<Settlement>> handle, TimeProvider clock, IServiceProvider services) =>
        new(store, name, handle, MessagesAtOnce, clock, services.GetRequiredService<ILogger<QueuePump>>());
}
