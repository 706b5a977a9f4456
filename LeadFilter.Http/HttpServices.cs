using LeadFilter.Http.Endpoints;
using LeadFilter.Http.Logs;
using LeadFilter.Http.Requests;
using LeadFilter.Http.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadFilter.Http;

/// <summary>Composes what answers over HTTP. The use cases come from <see cref="Pipeline.PipelineServices"/>.</summary>
public static class HttpServices
{
    /// <summary>Adds what answers at the addresses, which is the same on every host.</summary>
    /// <param name="services">The host's services.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddLeadFilterHttp(this IServiceCollection services)
    {
        services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, ForeignLogs>();
        services.AddSingleton<StaffAdmission>().AddSingleton<StaffGate>().AddSingleton<VendorAdmission>()
            .AddSingleton<ReaderAdmission>().AddSingleton<GoogleKey>();
        foreach (var address in Addresses.All)
        {
            address.AddTo(services);
        }

        return services;
    }
}
