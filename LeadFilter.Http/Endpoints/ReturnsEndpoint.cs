using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Returns.Cases;
using LeadFilter.Core.Vendors;
using LeadFilter.Http.Endpoints.Documents;
using LeadFilter.Http.Problems;
using LeadFilter.Http.Requests;
using LeadFilter.Http.Rows;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Returns;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Takes leads back from the buyer, one or a batch, and lists returns: the buyer's staff all, a vendor its own.</summary>
/// <param name="admission">Tells who asks.</param>
/// <param name="campaigns">The campaigns.</param>
/// <param name="requests">Hands leads back.</param>
/// <param name="pages">Lists returns.</param>
public sealed class ReturnsEndpoint(ReaderAdmission admission, ICampaigns campaigns, RequestReturns requests, ReturnPages pages)
{
    private const string Requested = "requested";
    private const string Known = "known";
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;

    /// <summary>Answers a request.</summary>
    /// <param name="request">
    /// The request. A POST hands leads back; with the parameter <c>dry_run=true</c> it only says what would become of them. A GET
    /// lists returns; parameters <c>state</c>, <c>vendor</c>, <c>from</c> and <c>to</c> (of the purchase), <c>limit</c>, <c>after</c>.
    /// </param>
    /// <param name="campaign">The campaign's id from the address.</param>
    /// <param name="cancellation">The client has hung up.</param>
    public Task<IResult> HandleAsync(HttpRequest request, string campaign, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return HttpMethods.IsGet(request.Method) ? ListAsync(request, campaign, cancellation) : TakeAsync(request, campaign, cancellation);
    }

    private async Task<IResult> TakeAsync(HttpRequest request, string campaign, CancellationToken cancellation)
    {
        if (!CampaignId.TryParse(campaign, out var id) || campaigns.Find(id) is not { } found)
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

        var asked = records.Select(record => Read(found, record)).ToList();
        var results = await requests.HandleAsync(found, asked, isTrying, cancellation);
        return isBatch
            ? Results.Json(BatchDocument.Of([.. results.Select(LineOf)]), EndpointJson.Default.BatchDocument)
            : AnswerOf(found, results[0]);
    }

    private static AskedReturn Read(Campaign campaign, FileRow record) => record.Problem is { } problem
        ? AskedReturn.Refused(record.Line, ReturnRefusal.Unreadable, $"It cannot be read: {problem}.")
        : AskedReturn.Read(record.Line, record.Find, campaign);

    private static IResult AnswerOf(Campaign campaign, ReturnResult result) => result switch
    {
        { Return: { } returned } => ReturnAnswer.Of(
            returned, TextOf(campaign, returned), result.Verdict == ReturnVerdict.Requested ? Requested : Known),
        { Refusals: [{ Code: ReturnRefusal.NotBought }] } => RecordProblem.UnknownLead with
        {
            Codes = [ReturnRefusal.NotBought],
        },
        _ => RecordProblem.Refused(
            string.Join(" ", result.Refusals.Select(static one => $"{one.Code}: {one.Detail}")),
            [.. result.Refusals.Select(static one => one.Code)]),
    };

    private static LineResult LineOf(ReturnResult result) => new(
        result.Line,
        result.Verdict switch
        {
            ReturnVerdict.Requested => LineResult.Counted,
            ReturnVerdict.Known => LineResult.Known,
            _ => LineResult.Refused,
        },
        result.Lead?.ToString(),
        result.Verdict == ReturnVerdict.Refused ? string.Join(' ', result.Refusals.Select(static one => one.Code)) : null,
        result.Verdict == ReturnVerdict.Refused ? string.Join(' ', result.Refusals.Select(static one => one.Detail)) : null,
        result.Return is { } returned ? ReturnStateName.Of(returned.State) : null);

    /// <summary>What a reason means under the vendor's contract as it is now.</summary>
    private static string? TextOf(Campaign? campaign, ReturnCase returned) =>
        campaign?.Policies.GetValueOrDefault(returned.Vendor)?.Contract?.Returns?.Reasons.GetValueOrDefault(returned.Reason);

    private async Task<IResult> ListAsync(HttpRequest request, string campaign, CancellationToken cancellation)
    {
        var (asker, place, refused) = await admission.AdmitAsync(request, campaign, cancellation);
        using var entry = place;
        if (refused is not null)
        {
            return refused;
        }

        if (!CampaignId.TryParse(campaign, out var id) || (campaigns.Find(id) is null && asker is null))
        {
            return Problem.UnknownCampaign;
        }

        if (!TryRead(request, asker?.Vendor, out var query, out var limit, out var problem))
        {
            return problem;
        }

        var page = await entry.AsideAsync(async () => await pages.ReadAsync(id, query, limit, cancellation));
        var found = campaigns.Find(id);
        return JsonObjectAnswer.Of(json =>
        {
            json.WriteStartArray("returns");
            foreach (var returned in page.Returns)
            {
                json.WriteStartObject();
                ReturnAnswer.Write(json, returned, TextOf(found, returned));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("next", page.Next?.ToString());
        });
    }

    private static bool TryRead(
        HttpRequest request,
        VendorId? asker,
        [NotNullWhen(true)] out ReturnQuery? query,
        out int limit,
        [NotNullWhen(false)] out Problem? problem)
    {
        (query, limit) = (null, 0);
        if (!QueryParameter.TryReadText(request, "state", out var stateText, out problem)
            || !QueryParameter.TryReadText(request, "vendor", out var vendorText, out problem)
            || !QueryParameter.TryReadInstant(request, "from", out var from, out problem)
            || !QueryParameter.TryReadInstant(request, "to", out var to, out problem)
            || !QueryParameter.TryReadText(request, "after", out var afterText, out problem)
            || !QueryParameter.TryReadNumber(request, "limit", (1, MaxLimit), DefaultLimit, out limit, out problem))
        {
            return false;
        }

        VendorId vendor = default;
        LeadId after = default;
        var state = ReturnStateName.Find(stateText);
        problem = stateText is not null && state is null
            ? Problem.UnreadableParameter("state", $"The parameter 'state' must be one of {string.Join(", ", ReturnStateName.All)}.")
            : vendorText is not null && !VendorId.TryParse(vendorText, out vendor)
                ? Problem.UnreadableParameter("vendor", "The parameter 'vendor' must be a vendor's id, such as acme.")
            : afterText is not null && !LeadId.TryParse(afterText, out after)
                ? Problem.UnreadableParameter("after", "The parameter 'after' must be the 'next' of an earlier page.")
            : asker is not null && vendorText is not null && vendor != asker ? Problem.Forbidden
            : null;
        query = problem is not null ? null : new()
        {
            Vendor = asker ?? (vendorText is null ? null : vendor),
            State = state,
            From = from,
            To = to,
            After = afterText is null ? null : after,
        };
        return query is not null;
    }
}
