using LeadFilter.Functions.Http;
using LeadFilter.Http.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.Health;

/// <summary>Says whether leads can be decided.</summary>
/// <param name="answering">The edge.</param>
public sealed class Ready(Answering answering)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(Ready))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Addresses.ReadyTemplate)] HttpRequest request,
        CancellationToken cancellation) =>
        answering.AnswerAsync(Addresses.Ready, request, [], cancellation);
}
