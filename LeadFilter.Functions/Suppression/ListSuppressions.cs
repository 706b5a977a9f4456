using LeadFilter.Functions.Http;
using LeadFilter.Http.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.Suppression;

/// <summary>The buyer sees the suppression lists here.</summary>
/// <param name="answering">The edge.</param>
public sealed class ListSuppressions(Answering answering)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(ListSuppressions))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Addresses.ListSuppressionsTemplate)] HttpRequest request,
        CancellationToken cancellation) =>
        answering.AnswerAsync(Addresses.ListSuppressions, request, [], cancellation);
}
