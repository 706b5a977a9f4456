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
/// <param name="staff">Tells whether one of the staff asks.</param>
/// <param name="admission">Tells which vendor asks otherwise.</param>
/// <param name="campaigns">The campaigns.</param>
/// <param name="accounts">The use case.</param>
/// <param name="time">The clock.</param>
public sealed class ShowLeadEndpoint(
    StaffAdmission staff, VendorAdmission admission, ICampaigns campaigns, LeadAccounts accounts, TimeProvider time)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaign">The campaign's id from the address; for the staff, one that is no more still has its log.</param>
    /// <param name="lead">The lead's id from the address.</param>
    /// <param name="cancellation">The client has hung up.</param>
    public async Task<IResult> HandleAsync(HttpRequest request, string campaign, string lead, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lead);
        AdmittedVendor admitted = default;
        var isStaff = staff.TryFind(request, out _);
        if (!isStaff && !admission.TryAdmit(request, campaign, time.GetUtcNow(), keyInBody: null, out admitted, out var refused))
        {
            return refused;
        }

        if (!CampaignId.TryParse(campaign, out var id))
        {
            return Problem.UnknownCampaign;
        }

        var account = LeadId.TryParse(lead.ToLowerInvariant(), out var known)
            ? await accounts.FindAsync(id, known, cancellation)
            : null;
        return account is null || (!isStaff && account.Decision.Vendor != admitted.Vendor)
                ? isStaff && account is null && campaigns.Find(id) is null ? Problem.UnknownCampaign : RecordProblem.UnknownLead
            : isStaff ? LeadAnswer.Of(account)
            : LeadAnswer.Of(account, admitted.Policy);
    }
}
