using LeadFilter.Functions.Http;
using LeadFilter.Http.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.Outcomes;

/// <summary>The CRM tells here what became of bought leads.</summary>
/// <param name="answering">The edge.</param>
public sealed class RecordOutcomes(Answering answering)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaign">The campaign's id from the address.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(RecordOutcomes))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Addresses.RecordOutcomesTemplate)] HttpRequest request,
        string campaign,
        CancellationToken cancellation) =>
        answering.AnswerAsync(Addresses.RecordOutcomes, request, [campaign], cancellation);
}
