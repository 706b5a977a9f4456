using System.Net;
using LeadFilter.Core.Permissions;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Delivery.Webhook;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Suppression;
using LeadFilter.Pipeline.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Pipeline;

/// <summary>Adds delivery to a host.</summary>
public static class DeliveryServices
{
    /// <summary>
    /// Adds <see cref="Forwarder"/> and <see cref="LeadLedger"/>. The host supplies <see cref="ITables"/>,
    /// <see cref="ILeadQueue"/>, <see cref="ICampaigns"/>, <see cref="Identities.IdentityHasher"/>,
    /// the configuration with the secrets, and logging.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="options">Patience and limits; <see cref="DeliveryOptions.OwnAddress"/> may be set later.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static IServiceCollection AddDelivery(this IServiceCollection services, DeliveryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (new DeliveryOptionsValidator().Validate(null, options) is { Failed: true } result)
        {
            throw new ArgumentException(result.FailureMessage, nameof(options));
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Random.Shared);
        services.TryAddSingleton<IChanges, ChangesInTurn>();
        services.AddMetrics();
        services.TryAddSingleton<LeadMetrics>();
        services.AddSingleton(options);
        services.TryAddSingleton<LeadLedger>();
        services.TryAddSingleton<SuppressionKeys>();
        services.TryAddSingleton<SuppressionCatalogue>();
        services.TryAddSingleton<SuppressionStore>();
        services.TryAddSingleton<OptOutLookup>();
        services.TryAddSingleton(OperatorPermissions.Default);
        services.AddSingleton(static provider => new WebhookCaller(
            provider.GetRequiredService<DeliveryOptions>(),
            new(
                provider.GetRequiredService<OperatorPermissions>().Destinations,
                static (host, cancellation) => Dns.GetHostAddressesAsync(host, cancellation)),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<Random>(),
            provider.GetRequiredService<ILogger<WebhookCaller>>()));
        services.AddSingleton<IConnector, WebhookConnector>();
        services.AddSingleton<DeliveryWatch>().AddSingleton<Forwarder>();
        return services;
    }
}
