using LeadFilter.Functions.Http;
using LeadFilter.Http.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.OptOuts;

/// <summary>The CRM tells here who does not want to be contacted, and the buyer sees all of them.</summary>
/// <param name="answering">The edge.</param>
public sealed class RecordOptOuts(Answering answering)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(RecordOptOuts))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = Addresses.RecordOptOutsTemplate)] HttpRequest request,
        CancellationToken cancellation) =>
        answering.AnswerAsync(Addresses.RecordOptOuts, request, [], cancellation);
}
