using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Vendors;
using LeadFilter.Http.Problems;
using LeadFilter.Http.Requests;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Limits;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>
/// Tells who asks and whether he may, for every address of vendors. The cheap checks come first, and none reads the body.
/// </summary>
/// <param name="campaigns">The campaigns and vendors.</param>
/// <param name="limits">The vendors' rates.</param>
public sealed class VendorAdmission(CampaignFolder campaigns, VendorLimits limits)
{
    /// <summary>Admits a request, or not.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaign">The campaign's id from the address.</param>
    /// <param name="receivedAt">When the request was received.</param>
    /// <param name="keyInBody">The key, if it was found in the body; null to take the one of the headers.</param>
    /// <param name="admitted">Who asks, and on what terms.</param>
    /// <param name="problem">Why he may not: a request too large, 401, 429, 404 or 403; null if he may.</param>
    public bool TryAdmit(
        HttpRequest request,
        string campaign,
        DateTimeOffset receivedAt,
        string? keyInBody,
        out AdmittedVendor admitted,
        [NotNullWhen(false)] out Problem? problem)
    {
        admitted = default;
        var current = campaigns.Current;
        if (!TryKnow(request, keyInBody, current, out var vendor, out var use, out problem))
        {
            return false;
        }

        if (!CampaignId.TryParse(campaign, out var id) || !current.Campaigns.TryGetValue(id, out var found))
        {
            problem = Problem.UnknownCampaign;
        }
        else if (!found.TryFindPolicy(vendor.Id, receivedAt, out var policy))
        {
            problem = Problem.NotInCampaign;
        }
        else
        {
            admitted = new(vendor.Id, found, policy, use);
        }

        return problem is null;
    }

    /// <summary>Admits a request that is about no campaign.</summary>
    /// <param name="request">The request.</param>
    /// <param name="vendor">Who asks.</param>
    /// <param name="use">What else the vendor has under way.</param>
    /// <param name="problem">Why he may not: a request too large, 401 or 429; null if he may.</param>
    public bool TryKnow(
        HttpRequest request,
        [NotNullWhen(true)] out Vendor? vendor,
        [NotNullWhen(true)] out VendorUse? use,
        [NotNullWhen(false)] out Problem? problem) =>
        TryKnow(request, keyInBody: null, campaigns.Current, out vendor, out use, out problem);

    private bool TryKnow(
        HttpRequest request,
        string? keyInBody,
        CampaignSet current,
        [NotNullWhen(true)] out Vendor? vendor,
        [NotNullWhen(true)] out VendorUse? use,
        [NotNullWhen(false)] out Problem? problem)
    {
        (vendor, use) = (null, null);
        problem = RequestLimits.Check(request);
        if (problem is not null)
        {
            return false;
        }

        var key = keyInBody;
        if ((key is null && !VendorKey.TryRead(request, out key)) || !current.Vendors.TryFindByKey(key, out vendor))
        {
            problem = Problem.Unauthorized;
        }
        else if (!limits.TryPass(vendor, current.Vendors, out use, out var wait))
        {
            problem = Problem.TooManyRequests(wait);
        }

        return problem is null && vendor is not null && use is not null;
    }
}
