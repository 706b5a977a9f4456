using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Returns.Cases;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Returns;

/// <summary>The returns of bought leads. There is one for each lead at most, and its row is changed only as it was read.</summary>
/// <param name="tables">The tables.</param>
/// <param name="time">The clock: what is read is as of now.</param>
public sealed class ReturnBook(ITables tables, TimeProvider time)
{
    private readonly ITable table = tables[TableNames.Returns];
    private readonly ConcurrentDictionary<(CampaignId, VendorId), bool> noted = new();

    /// <summary>Finds the return of a lead.</summary>
    /// <param name="campaign">The campaign that bought the lead.</param>
    /// <param name="vendor">Who sold it.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>As it is now; null if the lead was not handed back.</returns>
    /// <exception cref="StoreUnavailableException">The table could not be read.</exception>
    public async ValueTask<ReturnCase?> FindAsync(
        CampaignId campaign, VendorId vendor, LeadId lead, CancellationToken cancellation) =>
        (await FindKeptAsync(campaign, vendor, lead, cancellation))?.Case.AsOf(time.GetUtcNow());

    /// <summary>Reads the returns of leads that a vendor sold, by the months in which they were bought, the latest first.</summary>
    /// <param name="campaign">The campaign that bought the leads.</param>
    /// <param name="vendor">Who sold them.</param>
    /// <param name="from">Leads that were bought from then on.</param>
    /// <param name="to">Leads that were bought before then.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Each as it is now.</returns>
    /// <exception cref="StoreUnavailableException">The table could not be read.</exception>
    public async IAsyncEnumerable<ReturnCase> ReadAsync(
        CampaignId campaign,
        VendorId vendor,
        DateTimeOffset from,
        DateTimeOffset to,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var first = new DateTimeOffset(from.UtcDateTime.Year, from.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
        for (var month = new DateTimeOffset(to.UtcDateTime.Year, to.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
            month >= first;
            month = month.AddMonths(-1))
        {
            await foreach (var row in table.QueryAsync(ReturnRows.PartitionOf(campaign, vendor, month), "", null, cancellation))
            {
                if (ReturnRows.Read(row) is { } kept && kept.Case.BoughtAt >= from && kept.Case.BoughtAt < to)
                {
                    yield return kept.Case.AsOf(now);
                }
            }
        }
    }

    /// <summary>The vendors of a campaign to whom leads were handed back, in the order of their ids.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The table could not be read.</exception>
    public async IAsyncEnumerable<VendorId> ReadVendorsAsync(
        CampaignId campaign, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in table.QueryAsync(ReturnRows.VendorsOf(campaign), "", null, cancellation))
        {
            if (VendorId.TryParse(row.RowKey, out var vendor))
            {
                yield return vendor;
            }
        }
    }

    /// <summary>Until when a row is kept.</summary>
    /// <param name="row">The row.</param>
    /// <param name="kept">How long bought leads are kept.</param>
    internal static DateTimeOffset? EndOf(Row row, TimeSpan kept) => ReturnRows.EndOf(row, kept);

    /// <summary>Finds the return of a lead as it is kept.</summary>
    internal async ValueTask<KeptReturn?> FindKeptAsync(
        CampaignId campaign, VendorId vendor, LeadId lead, CancellationToken cancellation) =>
        await FindRowAsync(campaign, vendor, lead, cancellation) is { } row ? ReturnRows.Read(row) : null;

    /// <summary>Finds the row of a lead's return, also of one that is still being asked for.</summary>
    internal ValueTask<Row?> FindRowAsync(CampaignId campaign, VendorId vendor, LeadId lead, CancellationToken cancellation) =>
        table.FindAsync(ReturnRows.PartitionOf(campaign, vendor, lead), lead.ToString(), cancellation);

    /// <summary>Inserts a row, unless the lead has one.</summary>
    internal async ValueTask<bool> TryInsertAsync(CampaignId campaign, VendorId vendor, Row row, CancellationToken cancellation)
    {
        if (!noted.ContainsKey((campaign, vendor)))
        {
            await table.TryInsertAsync(new(ReturnRows.VendorsOf(campaign), vendor.ToString()), cancellation);
            noted[(campaign, vendor)] = true;
        }

        return await table.TryInsertAsync(row, cancellation);
    }

    /// <summary>Keeps a return, if its row is as it was read.</summary>
    internal ValueTask<bool> TryReplaceAsync(KeptReturn kept, CancellationToken cancellation) =>
        table.TryReplaceAsync(ReturnRows.Of(kept), cancellation);

    /// <summary>Deletes a row, if it is as it was read.</summary>
    internal ValueTask<bool> TryDeleteAsync(Row row, CancellationToken cancellation) => table.TryDeleteAsync(row, cancellation);
}
