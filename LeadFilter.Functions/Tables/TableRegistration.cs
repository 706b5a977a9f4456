using Azure.Core;
using Azure.Data.Tables;
using LeadFilter.Functions.Settings;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Decisions;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFilter.Functions.Tables;

/// <summary>Adds the tables to the host.</summary>
internal static class TableRegistration
{
    private const int Retries = 2;

    // A vendor waits: three tries end within some ten seconds, the client's own settings would take minutes.
    private static readonly TimeSpan TryTimeout = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(1);

    /// <summary>Adds one client for all tables, which lives as long as the host, and what their limits ask for.</summary>
    /// <param name="services">The services.</param>
    /// <param name="connection">How the account is reached.</param>
    public static IServiceCollection AddAzureTables(this IServiceCollection services, StoreConnection connection) => services
        .AddSingleton(provider => connection.ConnectionString is { } secret
            ? new TableServiceClient(secret, Options())
            : new TableServiceClient(new Uri(connection.Address!), provider.GetRequiredService<TokenCredential>(), Options()))
        .AddSingleton<AzureTables>()
        .AddSingleton<ITables>(provider => provider.GetRequiredService<AzureTables>())
        .AddSingleton(DecisionShards.Eight);

    private static TableClientOptions Options()
    {
        var options = new TableClientOptions();
        options.Retry.MaxRetries = Retries;
        options.Retry.Delay = Delay;
        options.Retry.MaxDelay = MaxDelay;
        options.Retry.NetworkTimeout = TryTimeout;
        return options;
    }
}
