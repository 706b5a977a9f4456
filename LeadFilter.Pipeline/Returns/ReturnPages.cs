using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Returns;
using LeadFilter.Core.Returns.Cases;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Returns;

/// <summary>Lists returns, the latest request first.</summary>
/// <param name="book">The returns.</param>
/// <param name="time">The clock.</param>
public sealed class ReturnPages(ReturnBook book, TimeProvider time)
{
    /// <summary>Reads a page.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="query">Which returns.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Ports.StoreUnavailableException">The table is down.</exception>
    public async Task<ReturnPage> ReadAsync(CampaignId campaign, ReturnQuery query, int limit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        var now = time.GetUtcNow();
        List<VendorId> vendors = query.Vendor is { } only
            ? [only]
            : await book.ReadVendorsAsync(campaign, cancellation).ToListAsync(cancellation);
        var found = new List<ReturnCase>();
        foreach (var vendor in vendors)
        {
            await foreach (var one in book.ReadAsync(
                campaign, vendor, query.From ?? now - ReturnTerms.Longest, query.To ?? now.AddDays(1), cancellation))
            {
                if (query.State is null || one.State == query.State)
                {
                    found.Add(one);
                }
            }
        }

        var ordered = found
            .OrderByDescending(static one => one.RequestedAt)
            .ThenByDescending(static one => one.Lead.ToString(), StringComparer.Ordinal)
            .ToList();
        var start = query.After is { } after ? ordered.FindIndex(one => one.Lead == after) + 1 : 0;
        var page = ordered.Skip(start).Take(limit).ToList();
        return new(page, start + page.Count < ordered.Count ? page[^1].Lead : null);
    }
}
