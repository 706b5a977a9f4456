using LeadFilter.Functions.Http;
using LeadFilter.Http.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.Health;

/// <summary>Says whether leads can be decided.</summary>
/// <param name="endpoint">Looks at the campaigns, the tables and the queues.</param>
/// <param name="answering">The edge.</param>
public sealed class Ready(HealthEndpoint endpoint, Answering answering)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(Ready))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Ready)] HttpRequest request,
        CancellationToken cancellation) =>
        answering.AnswerAsync(request, either => endpoint.ReadyAsync(request, either), cancellation);
}
