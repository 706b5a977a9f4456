using System.Diagnostics;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Answers;
using LeadFilter.Http.Leads;
using LeadFilter.Http.Problems;
using LeadFilter.Http.Requests;
using LeadFilter.Pipeline.Capacity;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Limits;
using LeadFilter.Pipeline.Telemetry;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Takes a lead from a vendor's request and answers it. The cheap checks come first.</summary>
/// <param name="admission">Tells who asks.</param>
/// <param name="googleKey">Finds the key of a vendor that cannot send headers.</param>
/// <param name="submit">The use case.</param>
/// <param name="quotas">How many test leads a vendor may send.</param>
/// <param name="gate">How much is worked on at once.</param>
/// <param name="options">How large a lead may be.</param>
/// <param name="metrics">Counts how long answers take.</param>
/// <param name="time">The clock.</param>
public sealed class SubmitLeadEndpoint(
    VendorAdmission admission,
    GoogleKey googleKey,
    SubmitLead submit,
    VendorQuotas quotas,
    LeadGate gate,
    LimitOptions options,
    LeadMetrics metrics,
    TimeProvider time)
{
    private const string Overloaded =
        "There is more to do at the moment than can be answered in time. Nothing is bought: send the lead again.";

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="campaign">The campaign's id from the address.</param>
    /// <param name="cancellation">The vendor has hung up.</param>
    public async Task<IResult> HandleAsync(HttpRequest request, string campaign, CancellationToken cancellation)
    {
        var (receivedAt, started) = (time.GetUtcNow(), Stopwatch.GetTimestamp());
        var (keyInBody, noKey) = await googleKey.FindAsync(request, cancellation);
        if (noKey is not null)
        {
            return noKey;
        }

        if (!admission.TryAdmit(request, campaign, receivedAt, keyInBody, out var admitted, out var refused))
        {
            return refused;
        }

        if (!AcceptHeader.TryChoose(request, out var format, out var problem)
            || !IdempotencyKey.TryRead(request, out var idempotencyKey, out problem))
        {
            return problem;
        }

        // The body is read behind the gate, so that what waits in front of it takes next to no memory.
        using var entry = await gate.EnterAsync(admitted.Use, cancellation);
        if (entry.Result != EntryResult.Entered)
        {
            return Refuse(entry, format, started);
        }

        var draft = new LeadDraft(admitted.Campaign.Layout, options.MaxFields);
        if (await LeadReader.ReadAsync(request, draft, options.MaxBodyBytes, cancellation) is { } unreadable)
        {
            return unreadable;
        }

        if (!draft.IsUnderstood)
        {
            return Problem.NoKnownFields(draft.Ignored);
        }

        var lead = draft.ToLead(receivedAt);
        if (lead.Purpose == LeadPurpose.Unreadable)
        {
            return Problem.UnreadablePurpose;
        }

        if (lead.Purpose == LeadPurpose.Test
            && admitted.Policy.Contract?.Tests is { } quota
            && await quotas.TakeAsync(admitted.Campaign, quota, admitted.Vendor, "tests", receivedAt, cancellation) is { } wait)
        {
            return AskingProblem.QuotaUsedUp($"{quota.Limit} test leads", wait);
        }

        var answer = await submit.HandleAsync(
            admitted.Campaign, admitted.Policy, admitted.Vendor, lead, idempotencyKey, entry, cancellation);
        if (answer is null)
        {
            return Problem.IdempotencyKeyReused;
        }

        metrics.AnswerLeaves(started, OutcomeWord.Of(answer.Outcome));
        return new AnswerResult(
            draft.HasIgnored || lead.HasUnreadable ? answer with { Ignored = draft.Ignored, Unreadable = lead.Unreadable } : answer,
            format);
    }

    private IResult Refuse(in Entry entry, AnswerFormat format, long started)
    {
        if (entry.Result == EntryResult.VendorFull)
        {
            return Problem.TooManyAtOnce(entry.RetryAfter);
        }

        metrics.AnswerLeaves(started, OutcomeWord.Of(Outcome.Error));
        return new AnswerResult(new() { Outcome = Outcome.Error, Error = Overloaded, RetryAfter = entry.RetryAfter }, format);
    }
}
