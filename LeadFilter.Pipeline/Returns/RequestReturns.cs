using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Capacity;
using LeadFilter.Core.Returns;
using LeadFilter.Core.Returns.Cases;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Outcomes;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Returns;

/// <summary>
/// Takes leads back from the buyer, under the contract of the vendor that sold them. A lead is handed back once, in whatever order,
/// however often and by whichever process it is asked for (G13), and the share that may be handed back is never exceeded.
/// </summary>
/// <param name="leads">Finds the leads.</param>
/// <param name="outcomes">What became of them.</param>
/// <param name="book">The returns.</param>
/// <param name="changes">Keeps new returns.</param>
/// <param name="shares">The shares of leads that may be handed back.</param>
/// <param name="sold">Counts what was sold.</param>
/// <param name="time">The clock.</param>
public sealed class RequestReturns(
    BoughtLeads leads,
    OutcomeBook outcomes,
    ReturnBook book,
    ReturnChanges changes,
    SharePlaces shares,
    SoldLeads sold,
    TimeProvider time)
{
    private const int AtOnce = 16;

    /// <summary>Hands leads back.</summary>
    /// <param name="campaign">The campaign that bought them.</param>
    /// <param name="asked">The leads.</param>
    /// <param name="isTrying">Whether only to say what would become of them. Whether the share is used up is not known before then.
    /// </param>
    /// <param name="cancellation">Gives up; some may be handed back.</param>
    /// <returns>What became of each, in their order.</returns>
    /// <exception cref="StoreUnavailableException">A table is down. Some may be handed back; ask for all of them again.</exception>
    public async ValueTask<IReadOnlyList<ReturnResult>> HandleAsync(
        Campaign campaign, IReadOnlyList<AskedReturn> asked, bool isTrying, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(asked);
        var results = new ReturnResult[asked.Count];
        await Parallel.ForAsync(
            0,
            asked.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (at, stopping) => results[at] = await HandleAsync(campaign, asked[at], isTrying, stopping));
        return results;
    }

    private async ValueTask<ReturnResult> HandleAsync(
        Campaign campaign, AskedReturn asked, bool isTrying, CancellationToken cancellation)
    {
        if (asked.Refusal is { } unreadable)
        {
            return new(asked.Line, ReturnVerdict.Refused, null, null, [unreadable]);
        }

        if (await leads.FindAsync(campaign, asked.Lead!, at: null, cancellation) is not { UpdateOf: null } bought)
        {
            return new(
                asked.Line,
                ReturnVerdict.Refused,
                null,
                null,
                [new(ReturnRefusal.NotBought, "This campaign has bought no such lead. Updates, tests and rejected leads are not bought.")]);
        }

        while (true)
        {
            var row = await book.FindRowAsync(campaign.Id, bought.Vendor, bought.Lead, cancellation);
            if (row is not null && ReturnRows.Read(row) is { } known)
            {
                var seen = known.Case.AsOf(time.GetUtcNow());
                return new(asked.Line, ReturnVerdict.Known, bought.Lead, seen, [KnownAs(seen)]);
            }

            var (terms, refusals) = await JudgeAsync(campaign, bought, asked, cancellation);
            if (refusals.Count > 0)
            {
                return new(asked.Line, ReturnVerdict.Refused, bought.Lead, null, refusals);
            }

            var returned = ReturnCase.Of(
                bought.Lead, campaign.Id, bought.Vendor, bought.ReceivedAt, bought.Price, asked.Reason!.Value, terms!,
                campaign.TimeZone, time.GetUtcNow());
            if (isTrying)
            {
                return new(asked.Line, ReturnVerdict.Requested, bought.Lead, returned, []);
            }

            var (isKept, refusal) = terms!.MaxShare is null
                ? (await changes.TryBeginAsync(new(returned, null, 0, null), row, cancellation), null)
                : await TryBeginInShareAsync(returned, terms, row, cancellation);
            if (refusal is not null)
            {
                return new(asked.Line, ReturnVerdict.Refused, bought.Lead, null, [refusal]);
            }

            if (isKept)
            {
                return new(asked.Line, ReturnVerdict.Requested, bought.Lead, returned, []);
            }
        }
    }

    private static ReturnRefusal KnownAs(ReturnCase seen) =>
        new(ReturnRefusal.Known, $"The lead was handed back before; the return is {ReturnStateName.Of(seen.State)}.");

    /// <summary>Looks what the contract says.</summary>
    private async ValueTask<(ReturnTerms? Terms, IReadOnlyList<ReturnRefusal> Refusals)> JudgeAsync(
        Campaign campaign, BoughtLead bought, AskedReturn asked, CancellationToken cancellation)
    {
        if (campaign.Policies.GetValueOrDefault(bought.Vendor)?.Contract?.Returns is not { } terms)
        {
            return (null, [new(ReturnRefusal.NotAgreed, "The vendor's contract takes no leads back.")]);
        }

        var (now, refusals) = (time.GetUtcNow(), new List<ReturnRefusal>());
        if (now >= terms.Closes(bought.ReceivedAt, campaign.TimeZone))
        {
            refusals.Add(new(
                ReturnRefusal.TooLate,
                $"The contract takes leads back until the end of day {terms.WindowDays} after the purchase; that is over."));
        }

        if (now < terms.Opens(bought.ReceivedAt))
        {
            refusals.Add(new(
                ReturnRefusal.TooEarly,
                $"The contract takes leads back {terms.EarliestHours} hours after the purchase at the earliest. Ask again then."));
        }

        if (asked.Reason is not { } reason || !terms.Reasons.ContainsKey(reason))
        {
            refusals.Add(new(
                ReturnRefusal.ReasonNotAgreed,
                $"'reason' must be one of those in the contract: {string.Join(", ", terms.Reasons.Keys)}."));
        }

        if (terms.MinAttempts > 0 && (await outcomes.ReadAsync(bought.Lead, cancellation)).AttemptsByPersons is var attempts
            && attempts < terms.MinAttempts)
        {
            refusals.Add(new(
                ReturnRefusal.AttemptsMissing,
                $"A person must have tried {terms.MinAttempts} times to reach the lead; {attempts} times are known. "
                    + "Tell the outcomes 'attempted' with \"by\": \"person\" first."));
        }

        return (terms, refusals);
    }

    /// <summary>
    /// Hands a lead back in a share. Its row comes first, then its place, and then the row says which place it is: a place that no row
    /// names counts for nothing.
    /// </summary>
    private async ValueTask<(bool IsKept, ReturnRefusal? Refusal)> TryBeginInShareAsync(
        ReturnCase returned, ReturnTerms terms, Row? row, CancellationToken cancellation)
    {
        var (campaign, vendor, lead) = (returned.Campaign, returned.Vendor, returned.Lead);
        var month = PeriodCalendar.SliceOf(CapPeriod.Month, returned.BoughtAt, returned.TimeZone);
        var most = terms.MostOf(await sold.CountAsync(campaign, vendor, month, cancellation))!.Value;
        var asking = row ?? ReturnRows.Asking(campaign, vendor, lead, time.GetUtcNow());
        if (row is null && !await book.TryInsertAsync(campaign, vendor, asking, cancellation))
        {
            return (false, null);
        }

        if (await shares.TakeAsync(campaign, vendor, lead, month, most, isResumed: row is not null, cancellation) is not { } place)
        {
            await book.TryDeleteAsync(asking, cancellation);
            return (false, new(
                ReturnRefusal.ShareUsed,
                $"The contract takes {terms.MaxShare} per cent of a month's leads back: {most} so far, and as many were handed back."));
        }

        if (await changes.TryBeginAsync(new(returned, place, 0, null), asking, cancellation))
        {
            return (true, null);
        }

        // Another attempt was faster, and has a place of its own, or this very one.
        if ((await book.FindKeptAsync(campaign, vendor, lead, cancellation))?.Place != place)
        {
            await shares.GiveBackAsync(campaign, vendor, lead, month, place, cancellation);
        }

        return (false, null);
    }
}
