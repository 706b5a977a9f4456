using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Duplicates;
using LeadFilter.Pipeline.Http;
using LeadFilter.Pipeline.Http.Leads;
using LeadFilter.Pipeline.Http.Problems;
using LeadFilter.Pipeline.Limits;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Pipeline.Endpoints;

/// <summary>Tells a vendor whether a person is known, by hashes alone: yes or no, and nothing else.</summary>
/// <param name="campaigns">The campaigns and vendors.</param>
/// <param name="check">The use case.</param>
/// <param name="limits">The vendors' rates.</param>
/// <param name="gate">How much is worked on at once.</param>
/// <param name="options">How large a request may be.</param>
/// <param name="time">The clock.</param>
public sealed class CheckPersonEndpoint(
    CampaignFolder campaigns, CheckPerson check, VendorLimits limits, LeadGate gate, LimitOptions options, TimeProvider time)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request, with fields such as <c>email_sha256</c>.</param>
    /// <param name="campaign">The campaign's id from the address.</param>
    /// <param name="cancellation">The vendor has hung up.</param>
    public async Task<IResult> HandleAsync(HttpRequest request, string campaign, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (RequestLimits.Check(request) is { } tooLarge)
        {
            return tooLarge;
        }

        var current = campaigns.Current;
        if (!VendorKey.TryRead(request, out var key) || !current.Vendors.TryFindByKey(key, out var vendor))
        {
            return Problem.Unauthorized;
        }

        if (!limits.TryPass(vendor, current.Vendors, out var use, out var tooFast))
        {
            return tooFast;
        }

        if (!CampaignId.TryParse(campaign, out var id) || !current.Campaigns.TryGetValue(id, out var found))
        {
            return Problem.UnknownCampaign;
        }

        if (!found.TryFindPolicy(vendor.Id, now, out var policy))
        {
            return Problem.NotInCampaign;
        }

        using var entry = await gate.EnterAsync(use, cancellation);
        if (entry.Result != EntryResult.Entered)
        {
            return entry.Result == EntryResult.VendorFull ? Problem.TooManyAtOnce(entry.RetryAfter) : Problem.Unavailable(entry.RetryAfter);
        }

        var layout = HashedPerson.LayoutOf(found);
        var draft = new LeadDraft(layout, options.MaxFields);
        if (await LeadReader.ReadAsync(request, draft, options.MaxBodyBytes, cancellation) is { } unreadable)
        {
            return unreadable;
        }

        var hashes = draft.ToLead(now);
        var sent = 0;
        for (var slot = 0; slot < layout.Fields.Count; slot++)
        {
            if (hashes[slot].Why is { } why)
            {
                return Problem.UnreadableField(layout.Fields[slot].Name, $"The field '{layout.Fields[slot].Name}' is no SHA-256: {why}.");
            }

            sent += hashes[slot].IsValid ? 1 : 0;
        }

        if (sent == 0 && layout.Fields.Count > 0)
        {
            return Problem.NoHashes(string.Join(", ", layout.Fields.Select(static field => field.Name)));
        }

        var known = await check.IsKnownAsync(found, policy, vendor.Id, hashes, cancellation);
        return Results.Json(new { known });
    }
}
