using System.Globalization;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Endpoints.Documents;
using LeadFilter.Http.Problems;
using LeadFilter.Http.Requests;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace LeadFilter.Http.Endpoints;

/// <summary>
/// Takes feedback in the form of LeadConduit, so that whoever comes from there changes only the address and the key:
/// <c>POST /feedback?event_id=LEAD&amp;type=conversion&amp;reason=…</c>. A lead is converted once.
/// </summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="leads">Finds the lead.</param>
/// <param name="outcomes">Takes conversions.</param>
/// <param name="time">The clock.</param>
public sealed class FeedbackEndpoint(CampaignFolder campaigns, BoughtLeads leads, RecordOutcomes outcomes, TimeProvider time)
{
    private const string Success = "success";
    private const string Failure = "failure";

    // Such feedback has no id of its own.
    private const string EventId = "feedback";

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request: <c>event_id</c>, <c>type</c> and <c>reason</c> in the query, a form or JSON.</param>
    /// <param name="cancellation">The client has hung up.</param>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (fields, problem) = await ReadAsync(request, cancellation);
        if (fields is null)
        {
            return problem!;
        }

        var type = fields("type")?.Trim().ToLowerInvariant();
        if (type is not "conversion")
        {
            return Answer(Failure, "type must be conversion");
        }

        if (!LeadId.TryParse(fields("event_id")?.Trim().ToLowerInvariant(), out var lead))
        {
            return Answer(Failure, "event_id must be the id of a lead: 32 hex digits");
        }

        if (await FindAsync(lead, cancellation) is not var (campaign, bought))
        {
            return Answer(Failure, "no such lead was bought");
        }

        return await ConvertAsync(campaign, bought, cancellation);
    }

    private async ValueTask<IResult> ConvertAsync(Campaign campaign, BoughtLead bought, CancellationToken cancellation)
    {
        var at = time.GetUtcNow();
        var told = new OutcomeReader(campaign).Read(1, name => name switch
        {
            "lead" => bought.Lead.ToString(),
            "event" => "converted",
            "at" => at.ToString("O", CultureInfo.InvariantCulture),
            "id" => EventId,
            _ => null,
        });
        var result = (await outcomes.HandleAsync(campaign, [told], isTrying: false, cancellation))[0];
        return result.Refusal is { } refusal ? Answer(Failure, refusal.Detail) : Answer(Success, null);
    }

    private async ValueTask<(Campaign Campaign, BoughtLead Lead)?> FindAsync(LeadId lead, CancellationToken cancellation)
    {
        foreach (var campaign in campaigns.Current.Campaigns.Values)
        {
            if (await leads.FindAsync(campaign.Id, lead, cancellation) is { } found)
            {
                return (campaign, found);
            }
        }

        return null;
    }

    /// <summary>What was sent; the query goes before the body, as for leads.</summary>
    private static async ValueTask<(Func<string, string?>? Fields, Problem? Problem)> ReadAsync(
        HttpRequest request, CancellationToken cancellation)
    {
        Func<string, string?> body = static _ => null;
        if (request.HasFormContentType)
        {
            var (text, problem) = await BatchBody.ReadAsync(request, cancellation);
            if (text is null)
            {
                return (null, problem);
            }

            var form = QueryHelpers.ParseQuery(text);
            body = name => form.TryGetValue(name, out var value) ? value.ToString() : null;
        }
        else if (request.ContentLength is not (null or 0))
        {
            var (records, _, problem) = await RecordBatch.ReadAsync(request, cancellation);
            if (problem is not null)
            {
                return (null, problem);
            }

            body = records[0].Find;
        }

        return (name => request.Query.TryGetValue(name, out var value) ? value.ToString() : body(name), null);
    }

    private static IResult Answer(string outcome, string? reason) => Results.Json(
        new(outcome, reason), EndpointJson.Default.FeedbackDocument, statusCode: StatusCodes.Status201Created);
}
