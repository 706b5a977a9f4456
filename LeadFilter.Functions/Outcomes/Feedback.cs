using LeadFilter.Functions.Http;
using LeadFilter.Http.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.Outcomes;

/// <summary>Feedback in the form of LeadConduit is taken here.</summary>
/// <param name="answering">The edge.</param>
public sealed class Feedback(Answering answering)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(Feedback))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Addresses.FeedbackTemplate)] HttpRequest request,
        CancellationToken cancellation) =>
        answering.AnswerAsync(Addresses.Feedback, request, [], cancellation);
}
