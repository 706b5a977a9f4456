using LeadFilter.Functions.Http;
using LeadFilter.Http.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.Accounts;

/// <summary>The buyer reads everything of one lead here, and each vendor of its own what its contract shows it.</summary>
/// <param name="answering">The edge.</param>
public sealed class ShowLead(Answering answering)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaign">The campaign's id from the address.</param>
    /// <param name="lead">The lead's id from the address.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(ShowLead))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Addresses.ShowLeadTemplate)] HttpRequest request,
        string campaign,
        string lead,
        CancellationToken cancellation) =>
        answering.AnswerAsync(Addresses.ShowLead, request, [campaign, lead], cancellation);
}
