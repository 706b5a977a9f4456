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

            var content = identities.ContentOf(campaign, vendor, lead);
            if (idempotencyKey is not null
                && !await receipts.TieAsync(identities.KeyOf(campaign.Id, vendor, idempotencyKey), content, cancellation))
            {
                return null;
            }

            var record = DecisionRecord.Of(id, campaign, vendor, lead, isTest: false, decision);
            var submission = receipts.Submit(content, record, final: !record.IsAccepted);
            var keeping = record.IsAccepted ? null : journal.Keep(record);
            await changes.MakeAsync([submission.Change, .. ChangesOf(keeping)], cancellation);
            var receipt = await submission.FinishAsync(cancellation);
            if (receipt.IsFinal)
            {
                // Also for a resend: the first attempt may have died before the record was written.
                await (receipt.IsMine && keeping is not null
                    ? keeping.FinishAsync(cancellation)
                    : journal.KeepAsync(receipt.Record, cancellation));
                return AnswerTo(receipt.Record);
            }

            return AnswerTo(await BuyAsync(
                receipt, new(campaign, policy, receipt.Record, lead) { IsResumed = receipt.Record.Lead != id }, entry));
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

    private static Change[] ChangesOf(Keeping? keeping) => keeping?.Change is { } change ? [change] : [];

    private static Answer AnswerTo(DecisionRecord record) => new()
    {
        Outcome = record.IsAccepted ? Outcome.Success : Outcome.Failure,
        Lead = record.Lead,
        Price = record.Price,
        Reasons = record.IsAccepted ? [] : [.. record.Rejecting.Select(static finding => new Reason(finding.Code, finding.Text))],
    };

    private async ValueTask<Answer> TestAsync(Purchase purchase, Entry entry, CancellationToken cancellation)
    {
        if (purchase.Record.IsAccepted)
        {
            await ConcludeAsync(purchase, entry, cancellation);
        }

        await new Reservations(scarce, purchase).LookAsync(cancellation);
        await journal.KeepAsync(purchase.Record, cancellation);
        var answer = AnswerTo(purchase.Record);
        return answer with { Reasons = TestReasons.Of(purchase, answer.Reasons) };
    }

    private async ValueTask ConcludeAsync(Purchase purchase, Entry entry, CancellationToken cancellation)
    {
        var known = purchase.Campaign.Lookups.Count > 0 ? await entry.AsideAsync(AskAsync) : await AskAsync();
        if (!ReferenceEquals(known, purchase.Lead))
        {
            var decision = purchase.Policy.Decide(known);
            patterns.Look(purchase.Campaign.Id, decision);
            purchase.Conclude(known, decision);
        }

        ValueTask<Lead> AskAsync() => lookup.AskAsync(purchase.Campaign, purchase.Lead, purchase.ReceivedAt, cancellation);
    }

    /// <summary>
    /// Looks up, reserves, enqueues and settles, under the lease of the receipt. From here on the vendor's hanging up stops
    /// nothing: what is half done would keep the person from being bought by anyone.
    /// </summary>
    private async ValueTask<DecisionRecord> BuyAsync(Receipt receipt, Purchase purchase, Entry entry)
    {
        var reservations = new Reservations(scarce, purchase);
        (Settling Settling, Keeping Keeping)? sent = null;
        try
        {
            if (!purchase.IsResumed && purchase.Campaign.Lookups.Count > 0
                && await Reservations.FindRejectionAsync(scarce, purchase) is { } rejection)
            {
                return await RefuseAsync(receipt, rejection);
            }

            await ConcludeAsync(purchase, entry, CancellationToken.None);
            var resumed = purchase.IsResumed && !purchase.Record.IsAccepted;
            if (resumed && await reservations.AreHeldAsync())
            {
                // It may be in the queue: it is bought, whatever is looked up now.
                purchase.Stand(receipt.Record);
            }

            var holds = await reservations.TakeAsync() || resumed;
            if (purchase.Record.IsAccepted)
            {
                sent = await SendAsync(receipt, purchase);
            }
            else if (holds && await receipts.TryProlongAsync(receipt, CancellationToken.None))
            {
                await reservations.GiveBackAsync();
            }
        }
        catch (StoreUnavailableException)
        {
            await UndoAsync(receipt, purchase, reservations);
            throw;
        }

        return sent is { } left
            ? await ConfirmAsync(purchase.Record, left.Settling, left.Keeping)
            : await RefuseAsync(receipt, purchase.Record);
    }

    /// <summary>Enqueues the lead, and settles and records the purchase as far as that can be done in one go.</summary>
    /// <returns>What may be left to do.</returns>
    /// <exception cref="StoreUnavailableException">The queue has not acknowledged it.</exception>
    private async ValueTask<(Settling Settling, Keeping Keeping)> SendAsync(Receipt receipt, Purchase purchase)
    {
        using var trace = LeadTraces.Send(QueueNames.Leads);
        var (sending, settling) = (Change.Send(PurchaseMessage.Of(purchase)), receipts.Settle(receipt, purchase.Record));
        var keeping = journal.Keep(purchase.Record, beside: true);
        await changes.MakeAsync([sending, settling.Change, .. ChangesOf(keeping)], CancellationToken.None);
        if (sending.Failure is { HadNoEffect: false })
        {
            purchase.Doubt();
        }

        sending.ThrowIfFailed();
        return (settling, keeping);
    }

    /// <summary>Settles a rejection that was found after the receipt was opened.</summary>
    private async ValueTask<DecisionRecord> RefuseAsync(Receipt receipt, DecisionRecord record)
    {
        var standing = await receipts.Settle(receipt, record).FinishAsync(CancellationToken.None);
        await journal.KeepAsync(standing, CancellationToken.None);
        return standing;
    }

    /// <summary>
    /// Does what is missing. The queue has the lead, so a receipt that stays open changes nothing: it is settled by a resend,
    /// under the same id. But what is told and charged must be in the log: if that cannot be, the vendor is told to send again.
    /// </summary>
    private async ValueTask<DecisionRecord> ConfirmAsync(DecisionRecord record, Settling settling, Keeping keeping)
    {
        var kept = keeping.FinishAsync(CancellationToken.None).AsTask();
        try
        {
            await settling.FinishAsync(CancellationToken.None);
        }
        catch (StoreUnavailableException failure)
        {
            BoughtButNotSettled(logger, record.Lead.ToString(), failure.Message);
        }

        await kept;
        return record;
    }

    /// <summary>
    /// Gives everything back after a failure. What cannot be given back is healed by the vendor's resend. A lead that may be
    /// in the queue keeps what it holds: it may be delivered, so its person and its places must not be sold again. The
    /// resend goes on with it, under the same id.
    /// </summary>
    private async ValueTask UndoAsync(Receipt receipt, Purchase purchase, Reservations reservations)
    {
        try
        {
            if (purchase.MayBeQueued)
            {
                await receipts.ReleaseAsync(receipt, CancellationToken.None);
            }
            else if (await receipts.TryProlongAsync(receipt, CancellationToken.None))
            {
                await reservations.GiveBackAsync();
                await receipts.ForgetAsync(receipt, CancellationToken.None);
            }
        }
        catch (StoreUnavailableException failure)
        {
            NotUndone(logger, receipt.Record.Lead.ToString(), failure.Message);
        }
    }

    [LoggerMessage(EventId = 1001, Level = LogLevel.Warning, Message = "A lead of {Vendor} for {Campaign} was not decided: {Failure}")]
    private static partial void NotDecided(ILogger logger, string campaign, string vendor, string failure);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Warning, Message = "Lead {Lead} is bought, but its receipt is not settled: {Failure}")]
    private static partial void BoughtButNotSettled(ILogger logger, string lead, string failure);

    [LoggerMessage(EventId = 1003, Level = LogLevel.Warning,
        Message = "Lead {Lead} was not bought, and its claims could not be given back: {Failure}")]
    private static partial void NotUndone(ILogger logger, string lead, string failure);
}
