using LeadFilter.Functions.Http;
using LeadFilter.Http.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.Suppression;

/// <summary>The buyer counts, fills and empties a suppression list here.</summary>
/// <param name="endpoint">The use case over HTTP.</param>
/// <param name="answering">The edge.</param>
public sealed class ChangeSuppressions(SuppressionsEndpoint endpoint, Answering answering)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="list">The list's name from the address.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(ChangeSuppressions))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "delete", Route = Routes.ChangeSuppressions)] HttpRequest request,
        string list,
        CancellationToken cancellation) =>
        answering.AnswerAsync(request, either => endpoint.HandleAsync(request, list, either), cancellation);
}
