using LeadFilter.Functions.Http;
using LeadFilter.Http.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.Decisions;

/// <summary>The buyer reads the rejections here.</summary>
/// <param name="endpoint">The use case over HTTP.</param>
/// <param name="answering">The edge.</param>
public sealed class ListRejections(ListRejectionsEndpoint endpoint, Answering answering)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaign">The campaign's id from the address.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(ListRejections))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.ListRejections)] HttpRequest request,
        string campaign,
        CancellationToken cancellation) =>
        answering.AnswerAsync(request, either => endpoint.HandleAsync(request, campaign, either), cancellation);
}
