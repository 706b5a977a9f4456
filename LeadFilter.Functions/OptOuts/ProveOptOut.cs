using LeadFilter.Functions.Http;
using LeadFilter.Http.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.OptOuts;

/// <summary>The buyer has it proved here what was done about an opt-out.</summary>
/// <param name="answering">The edge.</param>
public sealed class ProveOptOut(Answering answering)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="id">The opt-out's id from the address.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(ProveOptOut))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Addresses.ProveOptOutTemplate)] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        answering.AnswerAsync(Addresses.ProveOptOut, request, [id], cancellation);
}
