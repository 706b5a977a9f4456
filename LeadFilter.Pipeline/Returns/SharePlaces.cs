using System.Collections.Concurrent;
using System.Globalization;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Capacity;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Returns;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Returns;

/// <summary>
/// The share of a vendor's leads that may be handed back: numbered places for each month of purchase, of which each return takes one.
/// Inserting a place's row decides, so that the share is never exceeded. A place is taken only while the return's own row says that
/// it is being asked for, and counts only if that row names it in the end: so one that a dead process left behind can be told, and
/// is taken away when the share seems to be used up.
/// </summary>
/// <param name="tables">The tables.</param>
/// <param name="book">The returns.</param>
/// <param name="time">The clock.</param>
public sealed class SharePlaces(ITables tables, ReturnBook book, TimeProvider time)
{
    private const string Lead = nameof(Lead);
    private const string Number = "D7";

    /// <summary>After this time, nobody asks for a return any more who has begun to.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(10);

    /// <summary>How much the clocks of two processes may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly ITable table = tables[TableNames.Returns];

    // The lowest number that may be free, as far as this process knows, and the highest that it has seen.
    private readonly ConcurrentDictionary<string, (int Lowest, int Highest)> known = new(StringComparer.Ordinal);

    /// <summary>Takes a place.</summary>
    /// <param name="campaign">The campaign that bought the lead.</param>
    /// <param name="vendor">Who sold it.</param>
    /// <param name="lead">The lead, whose row says that its return is being asked for.</param>
    /// <param name="month">The month in which it was bought.</param>
    /// <param name="most">How many places there are.</param>
    /// <param name="isResumed">Whether an earlier attempt may have taken one.</param>
    /// <param name="cancellation">Gives up; one may be taken all the same.</param>
    /// <returns>Its number, from 1; null if all are taken.</returns>
    /// <exception cref="StoreUnavailableException">The table is down.</exception>
    public async ValueTask<int?> TakeAsync(
        CampaignId campaign, VendorId vendor, LeadId lead, TimeSlice month, int most, bool isResumed, CancellationToken cancellation)
    {
        var partition = PartitionOf(campaign, vendor, month);
        var end = month.End + ReturnTerms.Longest;
        if (!isResumed && known.TryGetValue(partition, out var seen) && seen.Highest <= most)
        {
            for (var number = seen.Lowest; number <= most; number++)
            {
                if (await TryTakeAsync(partition, number, lead, end, cancellation))
                {
                    return Taken(partition, number);
                }
            }
        }

        var taken = await ReadAsync(partition, cancellation);
        if (isResumed && taken.Find(place => place.Lead == lead) is { } own)
        {
            return own.Number;
        }

        if (taken.Count >= most)
        {
            taken = await WithoutAbandonedAsync(campaign, vendor, taken, cancellation);
        }

        var numbers = taken.Select(static place => place.Number).ToHashSet();
        known[partition] = (1, numbers.DefaultIfEmpty().Max());
        for (var number = 1; number <= most && numbers.Count < most; number++)
        {
            if (numbers.Add(number) && await TryTakeAsync(partition, number, lead, end, cancellation))
            {
                return Taken(partition, number);
            }
        }

        return null;
    }

    /// <summary>Gives a place back that the lead's return does not name.</summary>
    /// <param name="campaign">The campaign that bought the lead.</param>
    /// <param name="vendor">Who sold it.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="month">The month in which it was bought.</param>
    /// <param name="number">The number of the place.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask GiveBackAsync(
        CampaignId campaign, VendorId vendor, LeadId lead, TimeSlice month, int number, CancellationToken cancellation)
    {
        var partition = PartitionOf(campaign, vendor, month);
        if (await table.FindAsync(partition, KeyOf(number), cancellation) is { } row && row.Text(Lead) == lead.ToString())
        {
            await table.TryDeleteAsync(row, cancellation);
            known.TryRemove(partition, out _);
        }
    }

    private static string PartitionOf(CampaignId campaign, VendorId vendor, TimeSlice month) => string.Create(
        CultureInfo.InvariantCulture, $"{campaign}|{vendor}|{month.Start.UtcDateTime:yyyyMMddHHmm}|places");

    private static string KeyOf(int number) => number.ToString(Number, CultureInfo.InvariantCulture);

    private int Taken(string partition, int number)
    {
        known.AddOrUpdate(
            partition,
            static (_, taken) => (taken + 1, taken),
            static (_, seen, taken) => (Math.Max(seen.Lowest, taken + 1), Math.Max(seen.Highest, taken)),
            number);
        return number;
    }

    private ValueTask<bool> TryTakeAsync(
        string partition, int number, LeadId lead, DateTimeOffset end, CancellationToken cancellation) =>
        table.TryInsertAsync(new Row(partition, KeyOf(number)).Set(Lead, lead.ToString()).Expire(end), cancellation);

    private async ValueTask<List<TakenShare>> ReadAsync(string partition, CancellationToken cancellation)
    {
        var taken = new List<TakenShare>();
        await foreach (var row in table.QueryAsync(partition, "", null, cancellation))
        {
            if (LeadId.TryParse(row.Text(Lead), out var lead)
                && int.TryParse(row.RowKey, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                taken.Add(new(number, lead, row));
            }
        }

        return taken;
    }

    /// <summary>Takes away the places that count for nothing any more.</summary>
    /// <returns>The others.</returns>
    private async ValueTask<List<TakenShare>> WithoutAbandonedAsync(
        CampaignId campaign, VendorId vendor, List<TakenShare> taken, CancellationToken cancellation)
    {
        var counting = new List<TakenShare>(taken.Count);
        foreach (var place in taken)
        {
            if (await CountsAsync(campaign, vendor, place, cancellation) || !await table.TryDeleteAsync(place.Row, cancellation))
            {
                counting.Add(place);
            }
        }

        return counting;
    }

    private async ValueTask<bool> CountsAsync(
        CampaignId campaign, VendorId vendor, TakenShare place, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await book.FindRowAsync(campaign, vendor, place.Lead, cancellation) is not { } row)
        {
            // The row comes before the place, and goes before it.
            return false;
        }

        if (ReturnRows.Read(row) is { } kept)
        {
            return kept.Place == place.Number && kept.Case.CountsInShare(now - Skew);
        }

        // Whoever still asks for it finds the row gone, and must begin again.
        return now - ReturnRows.AskedAtOf(row) < Abandoned || !await book.TryDeleteAsync(row, cancellation);
    }

    private sealed record TakenShare(int Number, LeadId Lead, Row Row);
}
