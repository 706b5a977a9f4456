using LeadFilter.Core.Campaigns;
using LeadFilter.Http.Endpoints.Documents;
using LeadFilter.Http.Problems;
using LeadFilter.Http.Requests;
using LeadFilter.Http.Rows;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Outcomes;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Takes what became of bought leads, from the CRM or the buyer's staff: one record, or a batch.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="outcomes">The use case.</param>
public sealed class RecordOutcomesEndpoint(CampaignFolder campaigns, RecordOutcomes outcomes)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request; with the parameter <c>dry_run=true</c> nothing is counted.</param>
    /// <param name="campaign">The campaign's id from the address.</param>
    /// <param name="cancellation">The client has hung up.</param>
    public async Task<IResult> HandleAsync(HttpRequest request, string campaign, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!CampaignId.TryParse(campaign, out var id) || !campaigns.Current.Campaigns.TryGetValue(id, out var found))
        {
            return Problem.UnknownCampaign;
        }

        if (!QueryParameter.TryReadDryRun(request, out var isTrying, out var problem))
        {
            return problem;
        }

        var (records, isBatch, unreadable) = await RecordBatch.ReadAsync(request, cancellation);
        if (unreadable is not null)
        {
            return unreadable;
        }

        var reader = new OutcomeReader(found);
        var told = records.Select(record => Read(reader, record)).ToList();
        var results = await outcomes.HandleAsync(found, told, isTrying, cancellation);
        var lines = results.Select(static result => LineOf(result)).ToList();
        return isBatch ? Results.Json(BatchDocument.Of(lines), EndpointJson.Default.BatchDocument)
            : results[0].Refusal is not { } refusal ? Results.Json(lines[0], EndpointJson.Default.LineResult)
            : refusal.Code == OutcomeRefusal.LeadUnknown ? RecordProblem.UnknownLead
            : RecordProblem.Refused(refusal.Code, refusal.Detail);
    }

    private static ToldOutcome Read(OutcomeReader reader, FileRow record) => record.Problem is { } problem
        ? ToldOutcome.Refused(record.Line, OutcomeRefusal.Unreadable, $"It cannot be read: {problem}.")
        : reader.Read(record.Line, record.Find);

    private static LineResult LineOf(OutcomeResult result) => new(
        result.Line,
        result.Verdict switch
        {
            OutcomeVerdict.Counted => LineResult.Counted,
            OutcomeVerdict.Known => LineResult.Known,
            _ => LineResult.Refused,
        },
        result.Lead?.ToString(),
        result.Refusal?.Code,
        result.Refusal?.Detail);
}
