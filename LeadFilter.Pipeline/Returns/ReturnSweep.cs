using LeadFilter.Core.Returns.Cases;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Capacity;
using LeadFilter.Pipeline.Duplicates;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Notices;
using LeadFilter.Pipeline.Telemetry;

namespace LeadFilter.Pipeline.Returns;

/// <summary>
/// Does what follows from changes of returns, and lets silence decide at the deadline. Everything is done at least once, in any number
/// of processes, and doing it again changes nothing.
/// </summary>
/// <param name="campaigns">The campaigns, for the caps under which places become free.</param>
/// <param name="book">The returns.</param>
/// <param name="changes">Keeps what silence has decided.</param>
/// <param name="agenda">What is to be done.</param>
/// <param name="claims">Persons, who become free again.</param>
/// <param name="places">Places under caps, which become free again.</param>
/// <param name="leads">Finds the leads.</param>
/// <param name="notices">Tells vendors.</param>
/// <param name="metrics">Counts changes.</param>
/// <param name="time">The clock.</param>
public sealed class ReturnSweep(
    ICampaigns campaigns,
    ReturnBook book,
    ReturnChanges changes,
    ReturnAgenda agenda,
    Claims claims,
    LeadPlaces places,
    BoughtLeads leads,
    NoticeSender notices,
    LeadMetrics metrics,
    TimeProvider time)
{
    /// <summary>A change that was announced and did not come by then never comes: its process died.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(10);

    /// <summary>Does what is to be done by now.</summary>
    /// <param name="budget">How long it may take; what is left is done by the next call.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many things were done.</returns>
    /// <exception cref="Ports.StoreUnavailableException">A table is down; the rest can be done later.</exception>
    public async Task<int> RunAsync(TimeSpan budget, CancellationToken cancellation)
    {
        var (started, done) = (time.GetTimestamp(), 0);
        await foreach (var task in agenda.ReadAsync(time.GetUtcNow(), cancellation))
        {
            if (time.GetElapsedTime(started) >= budget)
            {
                break;
            }

            if (await TryDoAsync(task, cancellation))
            {
                await agenda.ForgetAsync(task, cancellation);
                done++;
            }
        }

        return done;
    }

    private async ValueTask<bool> TryDoAsync(ReturnTask task, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var kept = await book.FindKeptAsync(task.Campaign, task.Vendor, task.Lead, cancellation);
        if (kept is not null && kept.Case.AsOf(now) is var seen && seen != kept.Case)
        {
            if (!await changes.TryChangeAsync(kept with { Case = seen }, cancellation))
            {
                return false;
            }

            kept = await book.FindKeptAsync(task.Campaign, task.Vendor, task.Lead, cancellation);
        }

        return kept is null || kept.Case.Changes.Count < task.Changes
            ? now - task.At >= Abandoned
            : kept.Finished >= kept.Case.Changes.Count || await TryFinishAsync(kept, cancellation);
    }

    private async ValueTask<bool> TryFinishAsync(KeptReturn kept, CancellationToken cancellation)
    {
        var returned = kept.Case;
        if (returned is { State: ReturnState.Accepted, Again: true })
        {
            await FreeAsync(returned, cancellation);
        }

        if (returned is { Waits: true, Deadline: { } deadline })
        {
            await agenda.NoteAsync(returned, returned.Changes.Count + 1, deadline, cancellation);
        }

        for (var at = kept.Finished; at < returned.Changes.Count; at++)
        {
            await notices.SendAsync(ReturnNotices.Of(returned, at, time.GetUtcNow()), cancellation);
        }

        if (!await book.TryReplaceAsync(kept with { Finished = returned.Changes.Count }, cancellation))
        {
            return false;
        }

        foreach (var change in returned.Changes.Skip(kept.Finished))
        {
            metrics.ReturnChanged(ReturnStateName.Of(change.State), ReturnPartyName.Of(change.By));
        }

        return true;
    }

    /// <summary>Makes the person free to be bought again, and the lead's places under caps whose period is not over.</summary>
    private async ValueTask FreeAsync(ReturnCase returned, CancellationToken cancellation)
    {
        await claims.ReleaseAsync(returned.Lead, returned.BoughtAt, cancellation);
        if (campaigns.Find(returned.Campaign) is { } campaign
            && await leads.FindAsync(returned.Campaign, returned.Lead, cancellation) is { } bought)
        {
            await places.GiveBackAsync(campaign, bought.Vendor, bought.Source, bought.Lead, bought.ReceivedAt, cancellation);
        }
    }
}
