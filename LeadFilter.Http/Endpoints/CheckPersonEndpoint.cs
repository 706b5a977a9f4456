using LeadFilter.Core.Leads;
using LeadFilter.Http.Endpoints.Documents;
using LeadFilter.Http.Leads;
using LeadFilter.Http.Problems;
using LeadFilter.Pipeline.Capacity;
using LeadFilter.Pipeline.Duplicates;
using LeadFilter.Pipeline.Limits;
using LeadFilter.Pipeline.Telemetry;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Tells a vendor whether a person is known, by hashes alone: yes or no, and nothing else.</summary>
/// <param name="admission">Tells who asks.</param>
/// <param name="check">The use case.</param>
/// <param name="quotas">How often a vendor may ask.</param>
/// <param name="gate">How much is worked on at once.</param>
/// <param name="options">How large a request may be.</param>
/// <param name="metrics">Counts questions that may not be asked.</param>
/// <param name="time">The clock.</param>
public sealed class CheckPersonEndpoint(
    VendorAdmission admission,
    CheckPerson check,
    VendorQuotas quotas,
    LeadGate gate,
    LimitOptions options,
    LeadMetrics metrics,
    TimeProvider time)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request, with fields such as <c>email_sha256</c>.</param>
    /// <param name="campaign">The campaign's id from the address.</param>
    /// <param name="cancellation">The vendor has hung up.</param>
    public async Task<IResult> HandleAsync(HttpRequest request, string campaign, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (!admission.TryAdmit(request, campaign, now, keyInBody: null, out var admitted, out var refused))
        {
            return refused;
        }

        // Who cannot sell has nothing to spare anybody by asking.
        if (admitted.Policy is not { IsEnabled: true, Contract.Questions: { } quota })
        {
            metrics.Asked(admitted.Campaign.Id, admitted.Vendor, known: null);
            return AskingProblem.MayNotAsk;
        }

        using var entry = await gate.EnterAsync(admitted.Use, cancellation);
        if (GateProblem.Of(entry) is { } noPlace)
        {
            return noPlace;
        }

        var layout = HashedPerson.LayoutOf(admitted.Campaign);
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
                return Problem.UnreadableField(
                    layout.Fields[slot].Name, $"The field '{layout.Fields[slot].Name}' is not a SHA-256: {why}.");
            }

            sent += hashes[slot].IsValid ? 1 : 0;
        }

        if (sent == 0 && layout.Fields.Count > 0)
        {
            return AskingProblem.NoHashes(string.Join(", ", HashedPerson.NamesOf(admitted.Campaign)));
        }

        if (HashGap.Of(admitted.Campaign, admitted.Policy, hashes) is { Count: > 0 } missing)
        {
            return AskingProblem.MoreHashes(string.Join(", ", missing));
        }

        if (await quotas.TakeAsync(admitted.Campaign, quota, admitted.Vendor, "questions", now, cancellation) is { } wait)
        {
            return AskingProblem.QuotaUsedUp($"{quota.Limit} questions about people", wait);
        }

        var known = await check.IsKnownAsync(admitted.Campaign, admitted.Policy, admitted.Vendor, hashes, cancellation);
        return Results.Json(new(known), EndpointJson.Default.KnownDocument);
    }
}
