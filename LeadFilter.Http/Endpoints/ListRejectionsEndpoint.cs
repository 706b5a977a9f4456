using System.Text.Json;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;
using LeadFilter.Http.Problems;
using LeadFilter.Http.Requests;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Decisions;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Lists a campaign's rejections, newest first, a page at a time.</summary>
/// <param name="log">The log.</param>
/// <param name="campaigns">The campaigns.</param>
public sealed class ListRejectionsEndpoint(DecisionLog log, ICampaigns campaigns)
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;

    // So that a filter that almost nothing passes does not hold a request for minutes: the page ends, and the cursor goes on.
    private const int MaxScanned = 20_000;

    /// <summary>Answers a request.</summary>
    /// <param name="request">
    /// The request; parameters <c>vendor</c>, <c>reason</c>, <c>from</c>, <c>to</c>, <c>limit</c> and <c>after</c>
    /// (the <c>next</c> of an earlier page).
    /// </param>
    /// <param name="campaign">The campaign's id from the address; one that is no more still has its log.</param>
    /// <param name="cancellation">The client has hung up.</param>
    public async Task<IResult> HandleAsync(HttpRequest request, string campaign, CancellationToken cancellation)
    {
        if (!CampaignId.TryParse(campaign, out var id))
        {
            return Problem.UnknownCampaign;
        }

        if (!QueryParameter.TryReadText(request, "vendor", out var vendorText, out var problem)
            || !QueryParameter.TryReadText(request, "reason", out var reasonText, out problem)
            || !QueryParameter.TryReadInstant(request, "from", out var from, out problem)
            || !QueryParameter.TryReadInstant(request, "to", out var to, out problem)
            || !QueryParameter.TryReadText(request, "after", out var afterText, out problem)
            || !QueryParameter.TryReadNumber(request, "limit", (1, MaxLimit), DefaultLimit, out var limit, out problem))
        {
            return problem;
        }

        VendorId vendor = default;
        if (vendorText is not null && !VendorId.TryParse(vendorText, out vendor))
        {
            return Problem.UnreadableParameter("vendor", "The parameter 'vendor' must be a vendor's id, such as acme.");
        }

        ReasonCode reason = default;
        if (reasonText is not null && !ReasonCode.TryParse(reasonText, out reason))
        {
            return Problem.UnreadableParameter("reason", "The parameter 'reason' must be a reason code, such as duplicate.");
        }

        LeadId after = default;
        if (afterText is not null && !LeadId.TryParse(afterText, out after))
        {
            return Problem.UnreadableParameter("after", "The parameter 'after' must be the 'next' of an earlier page.");
        }

        var page = new List<DecisionRecord>();
        LeadId? next = null;
        var scanned = 0;
        await foreach (var record in log.ReadAsync(
            id, vendorText is null ? null : vendor, from, to, afterText is null ? null : after, cancellation))
        {
            if (!record.IsAccepted && (reasonText is null || record.Rejecting.Any(finding => finding.Code == reason)))
            {
                page.Add(record);
            }

            if (page.Count == limit || ++scanned == MaxScanned)
            {
                next = record.Lead;
                break;
            }
        }

        return page.Count == 0 && campaigns.Find(id) is null && !await HasLogAsync(id, cancellation)
            ? Problem.UnknownCampaign
            : Results.Stream(body => WriteAsync(body, page, next, cancellation), "application/json");
    }

    private async ValueTask<bool> HasLogAsync(CampaignId campaign, CancellationToken cancellation)
    {
        await using var records = log.ReadAsync(campaign, null, null, null, null, cancellation).GetAsyncEnumerator(cancellation);
        return await records.MoveNextAsync();
    }

    private static async Task WriteAsync(Stream body, List<DecisionRecord> page, LeadId? next, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteStartArray("rejections");
        foreach (var record in page)
        {
            WriteRecord(json, record);
        }

        json.WriteEndArray();
        json.WriteString("next", next?.ToString());
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    private static void WriteRecord(Utf8JsonWriter json, DecisionRecord record)
    {
        json.WriteStartObject();
        json.WriteString("at", record.ReceivedAt.UtcDateTime);
        json.WriteString("lead", record.Lead.ToString());
        json.WriteString("vendor", record.Vendor.ToString());
        json.WriteString("source", record.Source);
        json.WriteBoolean("test", record.IsTest);
        json.WriteString("version", record.CampaignVersion);
        json.WriteStartArray("reasons");
        foreach (var finding in record.Rejecting)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code.ToString());
            json.WriteString("rule", finding.Rule);
            json.WriteString("category", CategoryName.Of(finding.Category));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (record.Unreadable.Count > 0)
        {
            json.WriteStartArray("unreadable");
            foreach (var field in record.Unreadable)
            {
                json.WriteStringValue(field);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
