using System.Net;
using LeadFilter.Core.Permissions;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Pipeline.Lookups.ThirdParties;

/// <summary>Adds checks by third parties to a host.</summary>
internal static class ThirdPartyRegistration
{
    /// <summary>Adds them. The host supplies the configuration with the secrets.</summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddThirdPartyChecks(this IServiceCollection services) => services
        .AddSingleton<IFactSource>(static provider => new ThirdPartyChecks(
            new(),
            new(
                provider.GetRequiredService<OperatorPermissions>().Destinations,
                static (host, cancellation) => Dns.GetHostAddressesAsync(host, cancellation)),
            provider.GetRequiredService<IConfiguration>(),
            provider.GetRequiredService<IdentityHasher>(),
            provider.GetRequiredService<LeadMetrics>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ThirdPartyChecks>>()));
}
