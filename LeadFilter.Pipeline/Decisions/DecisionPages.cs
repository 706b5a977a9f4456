using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Decisions;

/// <summary>Lists decisions, newest first, a page at a time.</summary>
/// <param name="log">The log.</param>
/// <param name="campaigns">The campaigns.</param>
public sealed class DecisionPages(DecisionLog log, ICampaigns campaigns)
{
    // So that a filter that almost nothing passes does not hold a request for minutes: the page ends, and the next one goes on.
    private const int MaxScanned = 20_000;

    /// <summary>Reads a page.</summary>
    /// <param name="query">Which decisions.</param>
    /// <param name="limit">How many at most, from 1.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The page; null if there is no such campaign, and no decision of it is left.</returns>
    /// <exception cref="StoreUnavailableException">The log is down.</exception>
    public async Task<DecisionPage?> ReadAsync(DecisionQuery query, int limit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        var page = new List<DecisionRecord>();
        LeadId? next = null;
        var scanned = 0;
        await foreach (var record in log.ReadAsync(query.Campaign, query.Vendor, query.From, query.To, query.After, cancellation))
        {
            if (query.Matches(record))
            {
                page.Add(record);
            }

            if (page.Count == limit || ++scanned == MaxScanned)
            {
                next = record.Lead;
                break;
            }
        }

        return page.Count == 0 && campaigns.Find(query.Campaign) is null && !await HasLogAsync(query.Campaign, cancellation)
            ? null
            : new(page, next);
    }

    private async ValueTask<bool> HasLogAsync(CampaignId campaign, CancellationToken cancellation)
    {
        await using var records = log.ReadAsync(campaign, null, null, null, null, cancellation).GetAsyncEnumerator(cancellation);
        return await records.MoveNextAsync();
    }
}
