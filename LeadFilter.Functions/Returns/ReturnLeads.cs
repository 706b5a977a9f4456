using LeadFilter.Functions.Http;
using LeadFilter.Http.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.Returns;

/// <summary>The buyer hands leads back here, and whoever is concerned lists the returns.</summary>
/// <param name="answering">The edge.</param>
public sealed class ReturnLeads(Answering answering)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaign">The campaign's id from the address.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(ReturnLeads))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = Addresses.ReturnLeadsTemplate)] HttpRequest request,
        string campaign,
        CancellationToken cancellation) =>
        answering.AnswerAsync(Addresses.ReturnLeads, request, [campaign], cancellation);
}
