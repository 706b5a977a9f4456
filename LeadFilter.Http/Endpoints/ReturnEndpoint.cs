using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Returns.Cases;
using LeadFilter.Core.Staff;
using LeadFilter.Http.Problems;
using LeadFilter.Http.Requests;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Returns;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>
/// Shows one return, and takes what is done with it: the vendor accepts or denies it, the buyer disputes a denial or withdraws. A
/// return of somebody else is as unknown as one that never was.
/// </summary>
/// <param name="admission">Tells which vendor asks.</param>
/// <param name="staff">Tells whose key of the staff is shown.</param>
/// <param name="campaigns">The campaigns.</param>
/// <param name="returns">The use case.</param>
public sealed class ReturnEndpoint(ReaderAdmission admission, StaffAdmission staff, ICampaigns campaigns, AnswerReturn returns)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request. A POST has <c>action</c> (accept, deny, dispute, withdraw) and perhaps <c>reason</c>.</param>
    /// <param name="campaign">The campaign's id from the address.</param>
    /// <param name="lead">The lead's id from the address, which is the return's.</param>
    /// <param name="cancellation">The client has hung up.</param>
    public async Task<IResult> HandleAsync(HttpRequest request, string campaign, string lead, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(lead);
        var (asker, place, refused) = await admission.AdmitAsync(request, campaign, cancellation);
        using var entry = place;
        if (refused is not null)
        {
            return refused;
        }

        if (!CampaignId.TryParse(campaign, out var id) || !LeadId.TryParse(lead.ToLowerInvariant(), out var known))
        {
            return RecordProblem.NoSuchReturn;
        }

        if (HttpMethods.IsGet(request.Method))
        {
            var shown = await returns.FindAsync(id, asker?.Vendor, known, cancellation);
            return shown is null ? RecordProblem.NoSuchReturn : Answer(shown);
        }

        var (records, _, unreadable) = await RecordBatch.ReadAsync(request, cancellation);
        if (unreadable is not null)
        {
            return unreadable;
        }

        if (records is not [{ Problem: null } record])
        {
            return Problem.UnreadableBody("The body must be one JSON object such as {\"action\":\"accept\"}.");
        }

        if (!TryRead(record.Find, asker is not null, request, out var action, out var by, out var reason, out var problem))
        {
            return problem;
        }

        var (returned, why) = await returns.DoAsync(id, asker?.Vendor, known, action, by, reason, cancellation);
        return returned is null ? RecordProblem.NoSuchReturn
            : why is not null ? RecordProblem.ReturnDecided(why)
            : Answer(returned);
    }

    private IResult Answer(ReturnCase returned) => ReturnAnswer.Of(
        returned,
        campaigns.Find(returned.Campaign)?.Policies.GetValueOrDefault(returned.Vendor)?.Contract?.Returns?.Reasons
            .GetValueOrDefault(returned.Reason));

    private bool TryRead(
        Func<string, string?> field,
        bool isVendor,
        HttpRequest request,
        out ReturnAction action,
        out ReturnParty by,
        out ReasonCode? reason,
        [NotNullWhen(false)] out Problem? problem)
    {
        (by, reason) = (default, null);
        var found = ReturnActionName.Find(field("action")?.Trim());
        action = found ?? default;
        var reasonText = field("reason")?.Trim();
        ReasonCode code = default;
        if (found is null)
        {
            problem = RecordProblem.Refused(
                "action_unknown", $"'action' must be one of {string.Join(", ", ReturnActionName.All)}.");
        }
        else if (!string.IsNullOrEmpty(reasonText) && !ReasonCode.TryParse(reasonText, out code))
        {
            problem = RecordProblem.Refused("reason_unreadable", $"'reason' must be {ReasonCode.Form}, such as person_reached.");
        }
        else if (action == ReturnAction.Deny && string.IsNullOrEmpty(reasonText))
        {
            problem = RecordProblem.Refused("reason_missing", $"Say why: 'reason' must be {ReasonCode.Form}, such as person_reached.");
        }
        else
        {
            problem = MayDo(action, isVendor, request, out by) ? null : Problem.Forbidden;
            reason = string.IsNullOrEmpty(reasonText) ? null : code;
        }

        return problem is null;
    }

    /// <summary>
    /// The vendor answers, the buyer disputes and withdraws. The buyer's staff, though not its CRM, may enter what a vendor has
    /// answered in another way.
    /// </summary>
    private bool MayDo(ReturnAction action, bool isVendor, HttpRequest request, out ReturnParty by)
    {
        var isAnswer = action is ReturnAction.Accept or ReturnAction.Deny;
        by = isVendor ? ReturnParty.Vendor : isAnswer ? ReturnParty.BuyerForVendor : ReturnParty.Buyer;
        return isVendor ? isAnswer : !isAnswer || (staff.TryFind(request, out var key) && key.Role == StaffRole.Admin);
    }
}
