using Azure.Core;
using Azure.Identity;
using LeadFilter.Functions.Http;
using LeadFilter.Functions.Queues;
using LeadFilter.Functions.Settings;
using LeadFilter.Functions.Starting;
using LeadFilter.Functions.Tables;
using LeadFilter.Functions.Telemetry;
using LeadFilter.Http;
using LeadFilter.Pipeline;
using LeadFilter.Pipeline.Delivery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeadFilter.Functions;

/// <summary>Composes the filter on Azure.</summary>
public static class AzureHost
{
    /// <summary>Adds the filter, its tables on Table Storage and its queues on Service Bus.</summary>
    /// <param name="services">The host's services. A TimeProvider or a Random that is there already is used.</param>
    /// <param name="configuration">The app's settings, as docs/configuration.md lists them.</param>
    /// <returns>The services.</returns>
    /// <exception cref="SettingsException">A setting is missing or wrong.</exception>
    public static IServiceCollection AddAzureHost(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = AzureSettings.Read(configuration);
        var credential = new DefaultAzureCredential(
            new DefaultAzureCredentialOptions { ManagedIdentityClientId = settings.IdentityClientId });
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Random.Shared);
        return services
            .AddSingleton<TokenCredential>(credential)
            .AddTelemetry(configuration, credential)
            .AddHostedService<Preparation>()
            .AddAzureTables(settings.Tables)
            .AddServiceBusQueues(settings)
            .AddSingleton<Answering>()
            .AddSingleton<MessageSettler>()
            .AddLeadFilter(
                settings.CampaignFolder,
                settings.IdentitySecret,
                settings.Staff,
                settings.Permissions,
                settings.Limits,
                settings.Retention)
            .AddLeadFilterHttp()
            .AddDelivery(new DeliveryOptions { OwnAddress = settings.OwnAddress });
    }
}
