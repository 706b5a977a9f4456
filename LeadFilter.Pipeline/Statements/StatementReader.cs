using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Returns;
using LeadFilter.Core.Returns.Cases;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Returns;

namespace LeadFilter.Pipeline.Statements;

/// <summary>Makes statements from the log of decisions and the returns.</summary>
/// <param name="log">The log.</param>
/// <param name="book">The returns.</param>
/// <param name="time">The clock.</param>
public sealed class StatementReader(DecisionLog log, ReturnBook book, TimeProvider time)
{
    /// <summary>Counts a month.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="month">The month.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreUnavailableException">A table is down.</exception>
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

        // Whatever was decided in the month was bought within the time in which a return can change.
        var (now, returns) = (time.GetUtcNow(), new List<ReturnedLead>());
        await foreach (var returned in book.ReadAsync(campaign.Id, vendor, period.Start - ReturnTerms.Longest, period.End, cancellation))
        {
            returns.Add(new(
                returned.Lead,
                returned.BoughtAt,
                returned.Price,
                ReturnStateName.Of(returned.State),
                returned.Reason.ToString(),
                returned.RequestedAt,
                returned.CreditedAt,
                returned.IsOpen(now)));
        }

        return Statement.Of(campaign.Id, vendor, month, campaign.TimeZone, records, returns);
    }
}
