using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Outcomes;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Outcomes;

/// <summary>
/// Takes what became of bought leads. An outcome counts once, in whatever order, however often and to whichever process it is
/// told (G13). A call that fails may have counted some: told again, they are known, and the rest is counted.
/// </summary>
/// <param name="leads">Finds the leads.</param>
/// <param name="changes">Counts several outcomes together.</param>
/// <param name="time">The clock.</param>
public sealed class RecordOutcomes(BoughtLeads leads, IChanges changes, TimeProvider time)
{
    /// <summary>How far ahead of this program's clock the CRM's may be.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>The campaign has not bought the lead.</summary>
    internal static readonly OutcomeRefusal UnknownLead = new(OutcomeRefusal.LeadUnknown, "This campaign has bought no such lead.");

    private const int Together = 250;
    private const int LookedForAtOnce = 32;

    /// <summary>Takes outcomes.</summary>
    /// <param name="campaign">The campaign that bought the leads.</param>
    /// <param name="told">The outcomes.</param>
    /// <param name="isTrying">Whether only to say what would become of them. Nothing is known to be counted before then.</param>
    /// <param name="cancellation">Gives up; some may be counted.</param>
    /// <returns>What became of each, in their order.</returns>
    /// <exception cref="StoreUnavailableException">A table is down. Some may be counted; tell all of them again.</exception>
    public async ValueTask<IReadOnlyList<OutcomeResult>> HandleAsync(
        Campaign campaign, IReadOnlyList<ToldOutcome> told, bool isTrying, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(told);
        var now = time.GetUtcNow();
        var results = new OutcomeResult[told.Count];
        for (var start = 0; start < told.Count; start += Together)
        {
            var end = Math.Min(start + Together, told.Count);
            var counting = new List<(int At, Change Change)>(end - start);
            var found = await FindAsync(campaign, told, start, end, cancellation);
            for (var at = start; at < end; at++)
            {
                var one = told[at];
                var lead = found[at - start];
                var refusal = one.Refusal ?? Judge(one, lead, now, campaign.TimeZone);
                results[at] = new(one.Line, refusal is null ? OutcomeVerdict.Counted : OutcomeVerdict.Refused, lead?.Lead, refusal);
                if (refusal is null && !isTrying)
                {
                    counting.Add((at, OutcomeBook.Counting(lead!.Lead, one.Outcome!, now)));
                }
            }

            await CountAsync(counting, results, cancellation);
        }

        return results;
    }

    private static OutcomeRefusal? Judge(ToldOutcome told, BoughtLead? lead, DateTimeOffset now, TimeZoneInfo zone) =>
        lead is null
            ? UnknownLead
        : told.Outcome!.At < EarliestAfter(lead.ReceivedAt, told.IsDay, zone)
            ? new(OutcomeRefusal.BeforePurchase, "'at' is before the lead was bought. Is the time zone of the times right?")
        : told.Outcome.At > now + ClockSkew
            ? new(OutcomeRefusal.InFuture, "'at' is in the future. Is the time zone of the times right?")
        : null;

    /// <summary>Many CRMs tell times in whole seconds, and some only the day.</summary>
    private static DateTimeOffset EarliestAfter(DateTimeOffset bought, bool isDay, TimeZoneInfo zone)
    {
        if (!isDay)
        {
            return bought.AddTicks(-(bought.Ticks % TimeSpan.TicksPerSecond));
        }

        // A midnight that the clocks skip or show twice moves it by an hour at most.
        var local = TimeZoneInfo.ConvertTime(bought, zone);
        return bought - local.TimeOfDay - TimeSpan.FromHours(1);
    }

    private async ValueTask<BoughtLead?[]> FindAsync(
        Campaign campaign, IReadOnlyList<ToldOutcome> told, int start, int end, CancellationToken cancellation)
    {
        var found = new BoughtLead?[end - start];
        await Parallel.ForAsync(
            start,
            end,
            new ParallelOptions { MaxDegreeOfParallelism = LookedForAtOnce, CancellationToken = cancellation },
            async (at, stopping) =>
            {
                if (told[at] is { Lead: { } lead, Outcome: { } outcome })
                {
                    // Who was bought only afterwards is found, too: then the event's time is what is wrong.
                    found[at - start] = await leads.FindAsync(campaign, lead, EndOf(told[at], outcome), stopping)
                        ?? (lead.Lead is null ? await leads.FindAsync(campaign, lead, null, stopping) : null);
                }
            });
        return found;
    }

    /// <summary>Until when the lead was bought: on the same day, if only that was said.</summary>
    private static DateTimeOffset EndOf(ToldOutcome told, LeadOutcome outcome) =>
        told.IsDay ? outcome.At.AddDays(1) : outcome.At.AddSeconds(1);

    private async ValueTask CountAsync(List<(int At, Change Change)> counting, OutcomeResult[] results, CancellationToken cancellation)
    {
        if (counting.Count == 0)
        {
            return;
        }

        await changes.MakeAsync([.. counting.Select(static one => one.Change)], cancellation);
        foreach (var (at, change) in counting)
        {
            change.ThrowIfFailed();
            if (change.Result == ChangeResult.Refused)
            {
                results[at] = results[at] with { Verdict = OutcomeVerdict.Known };
            }
            else if (change.Result != ChangeResult.Made)
            {
                throw new StoreUnavailableException("An outcome was not counted.");
            }
        }
    }
}
