using LeadFilter.Http.Endpoints;
using LeadFilter.Http.Requests;
using LeadFilter.Http.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFilter.Http;

/// <summary>Composes what answers over HTTP. The use cases come from <see cref="Pipeline.PipelineServices"/>.</summary>
public static class HttpServices
{
    /// <summary>Adds what answers at the addresses, which is the same on every host.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="adminKey">The key of the buyer's own staff.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddLeadFilterHttp(this IServiceCollection services, string adminKey)
    {
        services.AddSingleton(new AdminKey(adminKey)).AddSingleton<VendorAdmission>().AddSingleton<GoogleKey>();
        foreach (var address in Addresses.All)
        {
            address.AddTo(services);
        }

        return services;
    }
}
