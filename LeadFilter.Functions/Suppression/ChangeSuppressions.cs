using LeadFilter.Functions.Http;
using LeadFilter.Http.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.Suppression;

/// <summary>The buyer counts, fills and empties a suppression list here.</summary>
/// <param name="answering">The edge.</param>
public sealed class ChangeSuppressions(Answering answering)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="list">The list's name from the address.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(ChangeSuppressions))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", "delete", Route = Addresses.ChangeSuppressionsTemplate)]
        HttpRequest request,
        string list,
        CancellationToken cancellation) =>
        answering.AnswerAsync(Addresses.ChangeSuppressions, request, [list], cancellation);
}
