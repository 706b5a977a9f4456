using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Pipeline.Notices;

/// <summary>
/// Hands notices from the queue over to their receivers. The process may die between any two steps: every step may be done twice, and a
/// notice is in the queue, with its receiver or among the dead letters at any time.
/// </summary>
/// <param name="receivers">Those who may be told.</param>
/// <param name="post">Hands over.</param>
/// <param name="queue">Takes copies for later attempts.</param>
/// <param name="changes">Whether the host makes an acknowledgement, or a copy, together with the settlement.</param>
/// <param name="clock">The time.</param>
/// <param name="random">Spreads later attempts; used by many threads, as <see cref="Random.Shared"/> may be.</param>
/// <param name="metrics">Counts attempts.</param>
/// <param name="logger">The log.</param>
public sealed class NoticeForwarder(
    IEnumerable<INoticeReceivers> receivers,
    INoticePost post,
    ILeadQueue queue,
    IChanges changes,
    TimeProvider clock,
    Random random,
    LeadMetrics metrics,
    ILogger<NoticeForwarder> logger)
{
    private static readonly TimeSpan LongestOfEndless = TimeSpan.FromHours(1);

    private readonly INoticeReceivers[] receivers = [.. receivers];
    private readonly RedeliverySchedule usual = new(random);
    private readonly RedeliverySchedule endless = new(random, LongestOfEndless);
    private readonly OncePerHour<NoticeReceiver> warnings = new(clock);

    /// <summary>Handles a message of the queue <see cref="QueueNames.Notices"/>.</summary>
    /// <param name="message">The message as received.</param>
    /// <param name="cancellation">The host stops.</param>
    /// <returns>What to do with the message.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled: leave the message for redelivery.</exception>
    /// <exception cref="StoreUnavailableException">
    /// The queue did not take a copy for later, or the table no acknowledgement: leave the message for redelivery.
    /// </exception>
    public async Task<Settlement> HandleAsync(QueueMessage message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var trace = LeadTraces.Notify(message.Properties.GetValueOrDefault(LeadTraces.ParentProperty), message.Queue);
        if (!NoticeEnvelope.TryRead(message, out var notice))
        {
            NoticeEvents.Unreadable(logger, message.MessageId);
            return Settlement.DeadLetter(Settlement.UnreadableMessage, "The message holds no notice.");
        }

        var those = Array.Find(receivers, each => each.Sort == notice.To.Sort);
        if (those?.Find(notice) is not { } plan)
        {
            NoticeEvents.Dropped(logger, notice.Id, notice.Kind, notice.To.ToString());
            metrics.Told(notice.To.Id, notice.Kind, "dropped", NoticeReasons.ReceiverGone);
            return Settlement.Complete;
        }

        var attempt = AttemptMarks.AttemptOf(message);
        var result = await post.PostAsync(notice, plan, cancellation);
        metrics.Told(notice.To.Id, notice.Kind, WordOf(result.Verdict), result.Reason);
        trace?.SetTag("leadfilter.notice", notice.Id).SetTag("leadfilter.attempt", attempt)
            .SetTag("leadfilter.result", result.Verdict.ToString());
        return result.Verdict switch
        {
            DeliveryVerdict.Done => await AcknowledgeAsync(those, notice, attempt, result.Status ?? 0, cancellation),
            DeliveryVerdict.Refused when notice.GiveUpAt != Notice.Never =>
                GiveUp(notice, attempt, result.Reason, result.Description),
            _ => await PostponeAsync(message, notice, attempt, result, cancellation),
        };
    }

    private static string WordOf(DeliveryVerdict verdict) => verdict switch
    {
        DeliveryVerdict.Done => "done",
        DeliveryVerdict.Later => "later",
        _ => "refused",
    };

    /// <summary>Keeps that it has arrived, where that is kept. If somebody else handled the same message sooner, his row stands.</summary>
    private async Task<Settlement> AcknowledgeAsync(
        INoticeReceivers those, Notice notice, int attempt, int status, CancellationToken cancellation)
    {
        NoticeEvents.Arrived(logger, notice.Id, notice.Kind, notice.To.ToString(), attempt);
        var keeping = those.Acknowledging(notice, status, clock.GetUtcNow());
        if (keeping.Count == 0 || changes.CanMakeAll)
        {
            return keeping.Count == 0 ? Settlement.Complete : Settlement.CompleteWith(keeping);
        }

        await changes.MakeAsync(keeping, cancellation);
        foreach (var change in keeping)
        {
            change.ThrowIfFailed();
        }

        return Settlement.Complete;
    }

    private async Task<Settlement> PostponeAsync(
        QueueMessage message, Notice notice, int attempt, DeliveryResult result, CancellationToken cancellation)
    {
        var tries = AttemptMarks.TriesOf(message) + (result.WasTried ? 1 : 0);
        var now = clock.GetUtcNow();
        var schedule = notice.GiveUpAt == Notice.Never ? endless : usual;
        var next = result.Reason == NoticeReasons.Paused
            ? schedule.NextAfterPause(notice.CreatedAt, now, result.RetryAfter, notice.GiveUpAt)
            : schedule.Next(result.WasTried ? tries : 1, notice.CreatedAt, now, result.RetryAfter, notice.GiveUpAt);
        if (next is not { } nextTry)
        {
            return GiveUp(
                notice,
                attempt,
                NoticeReasons.GaveUp,
                $"It has not arrived by its end. The last attempt, number {attempt}: {result.Description}");
        }

        // A pause says less than what the receiver did before.
        var reason = result.WasTried ? result.Reason : AttemptMarks.ReasonOf(message) ?? result.Reason;
        var copy = NoticeEnvelope.Copy(notice, attempt + 1, tries, nextTry, reason);
        if (!changes.CanMakeAll)
        {
            // Before the completion: a crash between them leaves both, and the original's next copy has the same id.
            await queue.SendAsync(copy, cancellation);
        }

        NoticeEvents.TriedInVain(
            logger, notice.Id, notice.Kind, notice.To.ToString(), attempt, nextTry, result.Reason, result.Description);
        if (result.WasTried && warnings.IsDue(notice.To))
        {
            NoticeEvents.Failing(logger, notice.To.ToString(), result.Reason, result.Description);
        }

        return changes.CanMakeAll ? Settlement.CompleteWith(Change.Send(copy)) : Settlement.Complete;
    }

    private Settlement GiveUp(Notice notice, int attempt, string reason, string description)
    {
        NoticeEvents.GivenUp(logger, notice.Id, notice.Kind, notice.To.ToString(), attempt, reason, description);
        return Settlement.DeadLetter(reason, description);
    }
}
