using System.Diagnostics;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Rules;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Limits;
using LeadFilter.Pipeline.Lookups;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Purchases;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Pipeline.Intake;

/// <summary>
/// The use case of a lead: screen, look up, conclude, reserve, enqueue, answer. See "The way of a lead" in
/// docs/architecture.md.
/// </summary>
public sealed partial class SubmitLead(
    ReceiptBook receipts,
    LeadLookup lookup,
    IEnumerable<IReservable> scarce,
    DecisionJournal journal,
    IChanges changes,
    IdentityHasher identities,
    LeadIds ids,
    LeadMetrics metrics,
    PatternWatch patterns,
    ILogger<SubmitLead> logger)
{
    private readonly IReservable[] scarce = [.. scarce];
    private readonly Conclusion conclusion = new(lookup, patterns);
    private readonly PurchaseAtOnce atOnce = new(receipts, [.. scarce], journal, changes);
    private readonly PurchaseInSteps inSteps = new(receipts, [.. scarce], journal, changes, new(lookup, patterns), logger);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>Decides about a lead.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="policy">Its rules under the vendor's contract.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="idempotencyKey">The vendor's key for this submission; null if it sent none.</param>
    /// <param name="entry">Its place, from which it steps aside while third parties are asked.</param>
    /// <param name="cancellation">Gives up before anything is claimed; what was begun after that is finished.</param>
    /// <returns>The answer; null if the idempotency key was used for another lead (422).</returns>
    public async ValueTask<Answer?> HandleAsync(
        Campaign campaign, Policy policy, VendorId vendor, Lead lead, string? idempotencyKey, Entry entry, CancellationToken cancellation)
    {
        using var trace = LeadTraces.Submit(campaign.Id.ToString(), vendor.ToString());
        if (campaign.Draws.Count > 0)
        {
            lead = lead.With(new KeyedDraws(identities, campaign, vendor, lead));
        }

        var answer = await DecideAsync(campaign, policy, vendor, lead, idempotencyKey, entry, cancellation);
        if (answer is not null)
        {
            if (lead.HasUnreadable)
            {
                metrics.Unreadable(campaign.Id, vendor, lead.Unreadable);
            }

            metrics.Answered(
                campaign.Id, vendor, OutcomeWord.Of(answer.Outcome), answer.Reasons.Count == 0 ? "" : answer.Reasons[0].Code.ToString());
            trace?.SetTag("leadfilter.lead", answer.Lead?.ToString()).SetTag("leadfilter.outcome", answer.Outcome.ToString());
        }

        return answer;
    }

    private async ValueTask<Answer?> DecideAsync(
        Campaign campaign, Policy policy, VendorId vendor, Lead lead, string? idempotencyKey, Entry entry, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var decision = policy.Screen(lead);
        metrics.Decided(started);
        patterns.Look(campaign.Id, decision);
        var id = ids.Next(lead.ReceivedAt);
        try
        {
            // Decided and answered in full, logged as a test, but not claimed and not delivered. So is a lead of which nobody can say.
            if (lead.Purpose != LeadPurpose.Live)
            {
                var test = DecisionRecord.Of(id, campaign, vendor, lead, isTest: true, decision);
                return await TestAsync(new(campaign, policy, test, lead), entry, cancellation);
            }

            var record = DecisionRecord.Of(id, campaign, vendor, lead, isTest: false, decision);
            var (content, key) = (identities.ContentOf(campaign, vendor, lead),
                idempotencyKey is null ? null : identities.KeyOf(campaign.Id, vendor, idempotencyKey));
            var purchase = new Purchase(campaign, policy, record, lead);
            if (record.IsAccepted && atOnce.Suits(campaign))
            {
                await conclusion.MakeAsync(purchase, entry, cancellation);
                if (purchase.Record.IsAccepted && await atOnce.TryAsync(purchase, content, key))
                {
                    return AnswerTo(purchase.Record);
                }
            }

            return await EnterAsync(purchase, lead, content, key, entry, cancellation);
        }
        catch (StoreUnavailableException failure)
        {
            NotDecided(logger, campaign.Id.ToString(), vendor.ToString(), failure.Message);
            return new Answer
            {
                Outcome = Outcome.Error,
                Error = "The lead could not be decided now. Send it again: it is bought at most once.",
                RetryAfter = RetryAfter,
            };
        }
    }

    /// <summary>Enters the submission: a rejection is settled and recorded with it, anything else is bought under its lease.</summary>
    private async ValueTask<Answer?> EnterAsync(
        Purchase purchase, Lead lead, string content, string? key, Entry entry, CancellationToken cancellation)
    {
        var isRejected = !purchase.Record.IsAccepted;
        var tying = key is null ? null : receipts.Tie(key, content);
        var submission = receipts.Submit(content, purchase.Record, final: isRejected);
        var keeping = isRejected ? journal.Keep(purchase.Record) : null;
        Change[] entering = tying is null ? [submission.Change] : [tying.Change, submission.Change];
        await changes.MakeAsync([.. entering, .. keeping?.Changes ?? []], cancellation);
        if (tying is not null && !await tying.FinishAsync(cancellation))
        {
            return null;
        }

        var receipt = await submission.FinishAsync(cancellation);
        if (receipt.IsFinal)
        {
            // Also for a resend: the first attempt may have died before the record was written.
            await (receipt.IsMine && keeping is not null
                ? keeping.FinishAsync(cancellation)
                : journal.KeepAsync(receipt.Record, cancellation));
            return AnswerTo(receipt.Record);
        }

        var isResumed = receipt.Record.Lead != purchase.Id;
        return AnswerTo(await inSteps.BuyAsync(
            receipt, isResumed ? new(purchase.Campaign, purchase.Policy, receipt.Record, lead) { IsResumed = true } : purchase, entry));
    }

    private static Answer AnswerTo(DecisionRecord record) => new()
    {
        Outcome = record.IsAccepted ? Outcome.Success : Outcome.Failure,
        Lead = record.Lead,
        Price = record.Price,
        Reasons = record.IsAccepted ? [] : ReasonsOf(record.Rejecting),
    };

    private static Reason[] ReasonsOf(IReadOnlyList<RecordedFinding> rejecting)
    {
        var reasons = new Reason[rejecting.Count];
        for (var at = 0; at < reasons.Length; at++)
        {
            reasons[at] = new(rejecting[at].Code, rejecting[at].Text);
        }

        return reasons;
    }

    private async ValueTask<Answer> TestAsync(Purchase purchase, Entry entry, CancellationToken cancellation)
    {
        if (purchase.Record.IsAccepted)
        {
            await conclusion.MakeAsync(purchase, entry, cancellation);
        }

        await new Reservations(scarce, purchase).LookAsync(cancellation);
        await journal.KeepAsync(purchase.Record, cancellation);
        var answer = AnswerTo(purchase.Record);
        return answer with { Reasons = TestReasons.Of(purchase, answer.Reasons) };
    }

    [LoggerMessage(EventId = 1001, Level = LogLevel.Warning, Message = "A lead of {Vendor} for {Campaign} was not decided: {Failure}")]
    private static partial void NotDecided(ILogger logger, string campaign, string vendor, string failure);
}
