using System.Collections.Concurrent;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Capacity;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Decisions;

namespace LeadFilter.Pipeline.Returns;

/// <summary>
/// Counts what a vendor has sold in a month, from the log of decisions. What is older than an hour is counted once by a process: a
/// record that comes later still is not counted by it, so that it never counts too many.
/// </summary>
/// <param name="log">The log.</param>
/// <param name="time">The clock.</param>
public sealed class SoldLeads(DecisionLog log, TimeProvider time)
{
    private const int MaxRemembered = 1000;
    private static readonly TimeSpan Settled = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(CampaignId, VendorId, DateTimeOffset), (DateTimeOffset Until, int Count)> counted = new();

    /// <summary>Counts.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="month">The month.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Ports.StoreUnavailableException">The log is down.</exception>
    public async ValueTask<int> CountAsync(CampaignId campaign, VendorId vendor, TimeSlice month, CancellationToken cancellation)
    {
        var (key, settled) = ((campaign, vendor, month.Start), time.GetUtcNow() - Settled);
        settled = settled < month.End ? settled : month.End;
        var (until, count) = counted.TryGetValue(key, out var before) ? before : (month.Start, 0);
        var later = 0;
        await foreach (var record in log.ReadAsync(campaign, vendor, until, month.End, after: null, cancellation))
        {
            if (record is { IsAccepted: true, IsTest: false, UpdateOf: null })
            {
                (count, later) = record.ReceivedAt < settled ? (count + 1, later) : (count, later + 1);
            }
        }

        if (settled > until)
        {
            if (counted.Count >= MaxRemembered)
            {
                counted.Clear();
            }

            counted[key] = (settled, count);
        }

        return count + later;
    }
}
