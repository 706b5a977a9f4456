using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Statements;

/// <summary>Makes statements from the log of decisions.</summary>
/// <param name="log">The log.</param>
public sealed class StatementReader(DecisionLog log)
{
    /// <summary>Counts a month.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="month">The month.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The log is down.</exception>
    public async Task<Statement> ReadAsync(Campaign campaign, VendorId vendor, StatementMonth month, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        var period = month.SliceIn(campaign.TimeZone);
        var records = new List<DecisionRecord>();
        await foreach (var record in log.ReadAsync(campaign.Id, vendor, period.Start, period.End, after: null, cancellation))
        {
            if (record is { IsAccepted: true, IsTest: false })
            {
                records.Add(record);
            }
        }

        return Statement.Of(campaign.Id, vendor, month, campaign.TimeZone, records, []);
    }
}
