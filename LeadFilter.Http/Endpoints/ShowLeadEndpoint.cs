using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Problems;
using LeadFilter.Pipeline.Accounts;
using LeadFilter.Pipeline.Campaigns;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>
/// Tells what is known of one lead: the buyer's staff everything, a vendor of its own leads what its contract shows it. Somebody
/// else's lead is as unknown as one that never was.
/// </summary>
/// <param name="admission">Tells who asks.</param>
/// <param name="campaigns">The campaigns.</param>
/// <param name="accounts">The use case.</param>
public sealed class ShowLeadEndpoint(ReaderAdmission admission, ICampaigns campaigns, LeadAccounts accounts)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaign">The campaign's id from the address; for the staff, one that is no more still has its log.</param>
    /// <param name="lead">The lead's id from the address.</param>
    /// <param name="cancellation">The client has hung up.</param>
    public async Task<IResult> HandleAsync(HttpRequest request, string campaign, string lead, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lead);
        var (vendor, place, refused) = await admission.AdmitAsync(request, campaign, cancellation);
        using var entry = place;
        if (refused is not null)
        {
            return refused;
        }

        var account = CampaignId.TryParse(campaign, out var id) && LeadId.TryParse(lead.ToLowerInvariant(), out var known)
            ? await accounts.FindAsync(id, known, cancellation)
            : null;
        if (vendor is { } asker)
        {
            return account?.Decision.Vendor == asker.Vendor ? LeadAnswer.Of(account, asker.Policy) : RecordProblem.NoSuchLead;
        }

        return account is not null ? LeadAnswer.Of(account)
            : campaigns.Find(id) is null ? Problem.UnknownCampaign
            : RecordProblem.NoSuchLead;
    }
}
