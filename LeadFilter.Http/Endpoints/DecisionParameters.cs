using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;
using LeadFilter.Http.Problems;
using LeadFilter.Http.Requests;
using LeadFilter.Pipeline.Decisions;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>
/// Reads which decisions a request asks for: parameters <c>vendor</c>, <c>source</c>, <c>reason</c>, <c>rule</c>, <c>from</c>,
/// <c>to</c>, <c>limit</c> and <c>after</c> (the <c>next</c> of an earlier page).
/// </summary>
internal static class DecisionParameters
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;

    /// <summary>Reads them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaign">The campaign's id from the address.</param>
    /// <param name="query">Which decisions.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="problem">On failure, a 400 or 404.</param>
    public static bool TryRead(
        HttpRequest request,
        string campaign,
        [NotNullWhen(true)] out DecisionQuery? query,
        out int limit,
        [NotNullWhen(false)] out Problem? problem)
    {
        query = null;
        limit = 0;
        problem = Problem.UnknownCampaign;
        if (!CampaignId.TryParse(campaign, out var id)
            || !QueryParameter.TryReadText(request, "vendor", out var vendorText, out problem)
            || !QueryParameter.TryReadText(request, "reason", out var reasonText, out problem)
            || !QueryParameter.TryReadText(request, "source", out var source, out problem)
            || !QueryParameter.TryReadText(request, "rule", out var rule, out problem)
            || !QueryParameter.TryReadInstant(request, "from", out var from, out problem)
            || !QueryParameter.TryReadInstant(request, "to", out var to, out problem)
            || !QueryParameter.TryReadText(request, "after", out var afterText, out problem)
            || !QueryParameter.TryReadNumber(request, "limit", (1, MaxLimit), DefaultLimit, out limit, out problem))
        {
            return false;
        }

        VendorId vendor = default;
        if (vendorText is not null && !VendorId.TryParse(vendorText, out vendor))
        {
            problem = Problem.UnreadableParameter("vendor", "The parameter 'vendor' must be a vendor's id, such as acme.");
            return false;
        }

        ReasonCode reason = default;
        if (reasonText is not null && !ReasonCode.TryParse(reasonText, out reason))
        {
            problem = Problem.UnreadableParameter("reason", "The parameter 'reason' must be a reason code, such as duplicate.");
            return false;
        }

        LeadId after = default;
        if (afterText is not null && !LeadId.TryParse(afterText, out after))
        {
            problem = Problem.UnreadableParameter("after", "The parameter 'after' must be the 'next' of an earlier page.");
            return false;
        }

        query = new()
        {
            Campaign = id,
            Vendor = vendorText is null ? null : vendor,
            Reason = reasonText is null ? null : reason,
            Source = source is null ? null : SourceLabel.Of(source),
            Rule = rule,
            From = from,
            To = to,
            After = afterText is null ? null : after,
        };
        return true;
    }
}
