using LeadFilter.Functions.Http;
using LeadFilter.Http.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.OptOuts;

/// <summary>Vendors read here which of the people whom they sold do not want to be contacted.</summary>
/// <param name="answering">The edge.</param>
public sealed class FeedOptOuts(Answering answering)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(FeedOptOuts))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Addresses.FeedOptOutsTemplate)] HttpRequest request,
        CancellationToken cancellation) =>
        answering.AnswerAsync(Addresses.FeedOptOuts, request, [], cancellation);
}
