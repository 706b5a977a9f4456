using LeadFilter.Functions.Http;
using LeadFilter.Http.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.Returns;

/// <summary>Vendor and buyer see one return here, and say what they do with it.</summary>
/// <param name="answering">The edge.</param>
public sealed class AnswerReturn(Answering answering)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaign">The campaign's id from the address.</param>
    /// <param name="lead">The lead's id from the address.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(AnswerReturn))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = Addresses.AnswerReturnTemplate)] HttpRequest request,
        string campaign,
        string lead,
        CancellationToken cancellation) =>
        answering.AnswerAsync(Addresses.AnswerReturn, request, [campaign, lead], cancellation);
}
