using System.Text;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Decisions;

/// <summary>
/// Takes out of the log of decisions what is about the person of a lead. What was paid to whom stays, so that the money still adds
/// up.
/// </summary>
/// <param name="tables">The tables.</param>
internal sealed class DecisionErasure(ITables tables)
{
    private readonly ITable table = tables[TableNames.Decisions];

    /// <summary>Erases the record of a lead.</summary>
    /// <param name="campaign">The campaign that may have decided about it.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="dryRun">True to only look.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The record as it was; null if this campaign has none of the lead.</returns>
    /// <exception cref="StoreUnavailableException">The table is down.</exception>
    public async Task<DecisionRecord?> EraseAsync(CampaignId campaign, LeadId lead, bool dryRun, CancellationToken cancellation)
    {
        DecisionRecord? erased = null;
        var key = lead.ToDescendingKey();
        await foreach (var partition in DecisionLog.PartitionsOfAsync(table, campaign, lead, cancellation))
        {
            erased = await EraseAsync(partition, key, dryRun, cancellation) ?? erased;
        }

        return erased;
    }

    private async Task<DecisionRecord?> EraseAsync(string partition, string key, bool dryRun, CancellationToken cancellation)
    {
        while (await table.FindAsync(partition, key, cancellation) is { } row
            && DecisionRecordJson.TryRead(Encoding.UTF8.GetBytes(row.Text(DecisionLog.RecordProperty) ?? ""), out var record))
        {
            var without = DecisionLog.ToRow(record.WithoutPerson(), partition, key);
            without.ETag = row.ETag;
            if (dryRun || await table.TryReplaceAsync(without, cancellation))
            {
                return record;
            }
        }

        return null;
    }
}
