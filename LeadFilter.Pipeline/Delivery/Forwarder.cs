using LeadFilter.Core.Leads;
using LeadFilter.Core.OptOuts;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Suppression;
using LeadFilter.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Pipeline.Delivery;

/// <summary>
/// Delivers bought leads from the queue to the CRM. The process may die between any two steps: every step may be done twice,
/// and a lead stands in the queue, in the CRM or among the dead letters at any time.
/// </summary>
/// <param name="campaigns">The campaigns as they stand now.</param>
/// <param name="ledger">Knows what was delivered.</param>
/// <param name="optOuts">Knows who has opted out since the purchase.</param>
/// <param name="queue">Takes copies for later attempts.</param>
/// <param name="changes">Whether the host makes the record, or the copy, together with the settlement.</param>
/// <param name="connector">Talks to the CRM.</param>
/// <param name="clock">The time.</param>
/// <param name="random">Spreads later attempts; used by many threads, as <see cref="Random.Shared"/> may be.</param>
/// <param name="watch">Warns while deliveries fail.</param>
/// <param name="metrics">Counts deliveries.</param>
/// <param name="logger">The log.</param>
public sealed class Forwarder(
    ICampaigns campaigns,
    LeadLedger ledger,
    OptOutLookup optOuts,
    ILeadQueue queue,
    IChanges changes,
    IConnector connector,
    TimeProvider clock,
    Random random,
    DeliveryWatch watch,
    LeadMetrics metrics,
    ILogger<Forwarder> logger)
{
    private readonly RedeliverySchedule schedule = new(random);

    /// <summary>Handles a message of the queue <see cref="QueueNames.Leads"/>.</summary>
    /// <param name="message">The message as received.</param>
    /// <param name="cancellation">The host stops.</param>
    /// <returns>What to do with the message.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled: leave the message for redelivery.</exception>
    /// <exception cref="StoreUnavailableException">The queue did not take a copy for later: leave the message for redelivery.</exception>
    public async Task<Settlement> HandleAsync(QueueMessage message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var trace = LeadTraces.Deliver(message.Properties.GetValueOrDefault(LeadTraces.ParentProperty), message.Queue);
        if (AttemptMarks.DueAt(message) is { } due)
        {
            metrics.Received(clock.GetUtcNow() - due);
        }

        if (!LeadMessageJson.TryRead(message.Body.Span, out var lead, out var why))
        {
            DeliveryEvents.Unreadable(logger, message.MessageId, why);
            return await GiveUpAsync(
                LeadEnvelope.LeadOf(message), AttemptMarks.AttemptOf(message), Settlement.UnreadableMessage, why, cancellation);
        }

        var attempt = AttemptMarks.AttemptOf(message);
        var (result, recording) = await TryDeliverAsync(lead, attempt, cancellation);
        if (result is null)
        {
            return Settlement.Complete;
        }

        TimeSpan? age = result.Verdict == DeliveryVerdict.Done ? clock.GetUtcNow() - lead.ReceivedAt : null;
        metrics.Tried(lead.Campaign, WordOf(result.Verdict), result.Reason, age);
        trace?.SetTag("leadfilter.lead", lead.Id.ToString()).SetTag("leadfilter.attempt", attempt)
            .SetTag("leadfilter.result", result.Verdict.ToString());
        return result.Verdict switch
        {
            DeliveryVerdict.Done => recording.Count == 0 ? Settlement.Complete : Settlement.CompleteWith(recording),
            DeliveryVerdict.Later => await PostponeAsync(message, lead, attempt, result, cancellation),
            _ => await GiveUpAsync(lead, attempt, result.Reason, result.Description, cancellation),
        };
    }

    private static string WordOf(DeliveryVerdict verdict) => verdict switch
    {
        DeliveryVerdict.Done => "done",
        DeliveryVerdict.Later => "later",
        _ => "refused",
    };

    /// <summary>Tries once.</summary>
    /// <returns>
    /// No result if the lead's person was erased: then there is nothing to deliver. And what is left to be recorded with the
    /// settlement.
    /// </returns>
    private async Task<(DeliveryResult? Result, IReadOnlyList<Change> Recording)> TryDeliverAsync(
        LeadMessage lead, int attempt, CancellationToken cancellation)
    {
        try
        {
            var entry = await ledger.FindAsync(lead.Id, cancellation);
            if (entry is { IsErased: true })
            {
                DeliveryEvents.Erased(logger, lead.Id.ToString(), lead.Campaign.ToString());
                return (null, []);
            }

            if (entry is { Delivery: { } before })
            {
                DeliveryEvents.DeliveredBefore(logger, lead.Id.ToString(), lead.Campaign.ToString());
                if (!changes.CanMakeAll)
                {
                    // Whoever delivered it may have died between the two rows.
                    await ledger.IndexAsync(entry, cancellation);
                }

                return (DeliveryResult.Done(before.Status, before.CrmId), []);
            }

            var result = await SendAsync(lead, cancellation);
            return (result, result.Verdict == DeliveryVerdict.Done ? await RecordAsync(lead, attempt, result, cancellation) : []);
        }
        catch (StoreUnavailableException failure)
        {
            DeliveryEvents.TableFailed(logger, failure, lead.Id.ToString());
            return (DeliveryResult.Later(DeliveryReasons.StoreUnavailable, "A table did not answer."), []);
        }
    }

    private async Task<DeliveryResult> SendAsync(LeadMessage lead, CancellationToken cancellation)
    {
        if (campaigns.Find(lead.Campaign) is not { } campaign)
        {
            return DeliveryResult.Later(DeliveryReasons.CampaignGone, $"There is no campaign '{lead.Campaign}' any more.");
        }

        var draft = new LeadDraft(campaign.Layout);
        foreach (var (name, raw) in lead.Fields)
        {
            // A name that the campaign no longer knows, or that is now another name of a field that was sent, is left out.
            draft.Restore(name, raw);
        }

        var read = draft.ToLead(lead.ReceivedAt);

        // As late as can be: what is acknowledged after this comes while the CRM is being called.
        var channels = await optOuts.FindAsync(campaign, read, clock.GetUtcNow(), cancellation);
        return channels != ContactChannels.None && campaign.OptOuts.Undelivered == UndeliveredLead.Stop
            ? DeliveryResult.Refused(DeliveryReasons.OptedOut, "The person opted out before the lead was delivered.")
            : await connector.DeliverAsync(lead with { DoNotContact = channels }, read, campaign.Delivery, cancellation);
    }

    /// <summary>Records a delivery. If another receiver of the same message was quicker, its record stands.</summary>
    /// <returns>What is left to be recorded with the settlement.</returns>
    private async Task<IReadOnlyList<Change>> RecordAsync(
        LeadMessage lead, int attempt, DeliveryResult result, CancellationToken cancellation)
    {
        var delivery = new DeliveryRecord(lead.Id, lead.ReceivedAt, clock.GetUtcNow(), attempt, result.Status ?? 0, result.CrmId);
        var bought = lead.ToBought(delivery);
        if (!changes.CanMakeAll)
        {
            await ledger.RecordAsync(bought, cancellation);
        }

        DeliveryEvents.Delivered(logger, lead.Id.ToString(), lead.Campaign.ToString(), attempt, delivery.Milliseconds);
        return changes.CanMakeAll ? LeadLedger.Recording(bought) : [];
    }

    private async Task<Settlement> PostponeAsync(
        QueueMessage message,
        LeadMessage lead,
        int attempt,
        DeliveryResult result,
        CancellationToken cancellation)
    {
        var tries = AttemptMarks.TriesOf(message) + (result.WasTried ? 1 : 0);
        var now = clock.GetUtcNow();
        var next = result.Reason == DeliveryReasons.CrmPaused
            ? schedule.NextAfterPause(lead.ReceivedAt, now, result.RetryAfter)
            : schedule.Next(result.WasTried ? tries : 1, lead.ReceivedAt, now, result.RetryAfter);
        if (next is not { } nextTry)
        {
            return result.Reason == DeliveryReasons.CampaignGone
                ? await GiveUpAsync(lead, attempt, DeliveryReasons.CampaignGone, result.Description, cancellation)
                : await GiveUpAsync(
                    lead,
                    attempt,
                    DeliveryReasons.GaveUp,
                    $"Not delivered within {RedeliverySchedule.Limit.TotalHours} hours. "
                    + $"The last attempt, number {attempt}: {result.Description}",
                    cancellation);
        }

        var copy = LeadEnvelope.Copy(message, lead, attempt + 1, tries, nextTry, ReasonToKeep(message, result));
        if (!changes.CanMakeAll)
        {
            // Before the completion: a crash between them leaves both, and the original's next copy has the same id.
            await queue.SendAsync(copy, cancellation);
        }

        DeliveryEvents.TriedInVain(
            logger, lead.Id.ToString(), lead.Campaign.ToString(), attempt, nextTry, result.Reason, result.Description);
        watch.Look(lead.Campaign, result);
        var recording = result.WasTried
            ? await RecordAsync(lead.Id, new(attempt, now, nextTry, result.Reason, result.Description), cancellation)
            : [];
        return changes.CanMakeAll ? Settlement.CompleteWith([Change.Send(copy), .. recording]) : Settlement.Complete;
    }

    /// <summary>A pause says less than what the CRM did before.</summary>
    private static string ReasonToKeep(QueueMessage message, DeliveryResult result) =>
        result.WasTried ? result.Reason : AttemptMarks.ReasonOf(message) ?? result.Reason;

    private Task<Settlement> GiveUpAsync(
        LeadMessage lead, int attempt, string reason, string description, CancellationToken cancellation)
    {
        DeliveryEvents.GivenUp(logger, lead.Id.ToString(), lead.Campaign.ToString(), attempt, reason, description);
        return GiveUpAsync(lead.Id, attempt, reason, description, cancellation);
    }

    private async Task<Settlement> GiveUpAsync(
        LeadId? lead, int attempt, string reason, string description, CancellationToken cancellation)
    {
        var recording = lead is { } known
            ? await RecordAsync(known, new(attempt, clock.GetUtcNow(), null, reason, description), cancellation)
            : [];
        return Settlement.DeadLetter(reason, description, recording);
    }

    /// <summary>Records an attempt in vain. It is worth telling, but no reason to hold the message.</summary>
    /// <returns>What is left to be recorded with the settlement.</returns>
    private async Task<IReadOnlyList<Change>> RecordAsync(LeadId lead, DeliveryAttempt attempt, CancellationToken cancellation)
    {
        if (changes.CanMakeAll)
        {
            return [LeadLedger.Recording(lead, attempt)];
        }

        try
        {
            await ledger.RecordAsync(lead, attempt, cancellation);
        }
        catch (StoreUnavailableException failure)
        {
            DeliveryEvents.TableFailed(logger, failure, lead.ToString());
        }

        return [];
    }
}
