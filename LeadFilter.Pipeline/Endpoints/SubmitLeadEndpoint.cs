using System.Diagnostics;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Http;
using LeadFilter.Pipeline.Http.Answers;
using LeadFilter.Pipeline.Http.Leads;
using LeadFilter.Pipeline.Http.Problems;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Telemetry;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Pipeline.Endpoints;

/// <summary>Takes a lead from a vendor's request and answers it. The cheap checks come first.</summary>
/// <param name="campaigns">The campaigns and vendors.</param>
/// <param name="submit">The use case.</param>
/// <param name="metrics">Counts how long answers take.</param>
/// <param name="time">The clock.</param>
public sealed class SubmitLeadEndpoint(CampaignFolder campaigns, SubmitLead submit, LeadMetrics metrics, TimeProvider time)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaign">The campaign's id from the address.</param>
    /// <param name="cancellation">The vendor has hung up.</param>
    public async Task<IResult> HandleAsync(HttpRequest request, string campaign, CancellationToken cancellation)
    {
        var (receivedAt, started) = (time.GetUtcNow(), Stopwatch.GetTimestamp());
        if (RequestLimits.Check(request) is { } tooLarge)
        {
            return tooLarge;
        }

        var current = campaigns.Current;
        if (!VendorKey.TryRead(request, out var key) || !current.Vendors.TryFindByKey(key, out var vendor))
        {
            return Problem.Unauthorized;
        }

        if (!CampaignId.TryParse(campaign, out var id) || !current.Campaigns.TryGetValue(id, out var found))
        {
            return Problem.UnknownCampaign;
        }

        if (!found.TryFindPolicy(vendor.Id, receivedAt, out var policy))
        {
            return Problem.NotInCampaign;
        }

        if (!AcceptHeader.TryChoose(request, out var format, out var problem)
            || !IdempotencyKey.TryRead(request, out var idempotencyKey, out problem))
        {
            return problem;
        }

        var draft = new LeadDraft(found.Layout);
        if (await LeadReader.ReadAsync(request, draft, cancellation) is { } unreadable)
        {
            return unreadable;
        }

        var lead = draft.ToLead(receivedAt);
        var answer = await submit.HandleAsync(found, policy, vendor.Id, lead, idempotencyKey, cancellation);
        if (answer is null)
        {
            return Problem.IdempotencyKeyReused;
        }

        metrics.AnswerLeaves(started, answer.Outcome);
        return new AnswerResult(SubmitLead.IsTest(lead) ? answer with { Ignored = draft.Ignored } : answer, format);
    }
}
