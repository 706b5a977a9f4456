using LeadFilter.Functions.Http;
using LeadFilter.Http.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.Statements;

/// <summary>The buyer, and each vendor for itself, reads here what is owed for a month.</summary>
/// <param name="answering">The edge.</param>
public sealed class ShowStatement(Answering answering)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaign">The campaign's id from the address.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(ShowStatement))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Addresses.ShowStatementTemplate)] HttpRequest request,
        string campaign,
        CancellationToken cancellation) =>
        answering.AnswerAsync(Addresses.ShowStatement, request, [campaign], cancellation);
}
