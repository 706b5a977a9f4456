using LeadFilter.Functions.Http;
using LeadFilter.Http.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.Intake;

/// <summary>Vendors send leads here.</summary>
/// <param name="endpoint">The use case over HTTP.</param>
/// <param name="answering">The edge.</param>
public sealed class SubmitLead(SubmitLeadEndpoint endpoint, Answering answering)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaign">The campaign's id from the address.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(SubmitLead))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = Routes.SubmitLead)] HttpRequest request,
        string campaign,
        CancellationToken cancellation) =>
        answering.AnswerAsync(request, either => endpoint.HandleAsync(request, campaign, either), cancellation);
}
