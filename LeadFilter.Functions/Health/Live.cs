using LeadFilter.Http.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.Health;

/// <summary>Says that the process runs.</summary>
public sealed class Live
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    [Function(nameof(Live))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Live)] HttpRequest request) => HealthEndpoint.Live();
}
