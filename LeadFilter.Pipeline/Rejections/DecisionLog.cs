using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Rejections;

/// <summary>
/// The log of decisions: a partition for each campaign, vendor and hour, newest first within it, and an index of the
/// partitions that hold anything, so that reading back a quiet month costs nothing.
/// </summary>
/// <param name="tables">The tables.</param>
public sealed class DecisionLog(ITables tables)
{
    internal const string RecordProperty = "Record";
    private const string PartitionProperty = "Partition";
    private const string VendorProperty = "Vendor";
    private const int MaxRemembered = 10_000;

    private readonly ITable table = tables[TableNames.Decisions];

    // Partitions whose index row is known to exist: a cache, so forgetting it only costs an insert that finds the row there.
    private readonly ConcurrentDictionary<string, bool> indexed = new(StringComparer.Ordinal);

    /// <summary>Writes a record. Writing it again changes nothing.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="StoreUnavailableException">The table is down.</exception>
    public async ValueTask WriteAsync(DecisionRecord record, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(record);
        var partition = PartitionOf(record);
        if (!indexed.ContainsKey(partition))
        {
            // The index row comes first: a partition that the index does not name would never be read.
            await table.TryInsertAsync(IndexRow(record, partition), cancellation);
            if (indexed.Count >= MaxRemembered)
            {
                indexed.Clear();
            }

            indexed[partition] = true;
        }

        await table.TryInsertAsync(ToRow(record, partition), cancellation);
    }

    /// <summary>The change that writes a record, to be made together with others; null if more than that one is to be written.</summary>
    /// <param name="record">The record.</param>
    /// <param name="beside">See <see cref="Change.IsBeside"/>.</param>
    public Change? Writing(DecisionRecord record, bool beside)
    {
        ArgumentNullException.ThrowIfNull(record);
        var partition = PartitionOf(record);
        return indexed.ContainsKey(partition) ? Change.Insert(TableNames.Decisions, ToRow(record, partition), beside) : null;
    }

    /// <summary>Reads a campaign's records, newest first.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="vendor">Only this vendor's; null for all.</param>
    /// <param name="from">Only those received at or after this time; null for no limit.</param>
    /// <param name="to">Only those received before this time; null for no limit.</param>
    /// <param name="after">Only those older than this lead: where an earlier page ended; null for the start.</param>
    /// <param name="cancellation">Gives up.</param>
    public async IAsyncEnumerable<DecisionRecord> ReadAsync(
        CampaignId campaign,
        VendorId? vendor,
        DateTimeOffset? from,
        DateTimeOffset? to,
        LeadId? after,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var start = after?.MadeAt ?? to ?? DateTimeOffset.MaxValue;
        var end = from is null ? null : HourKey(from.Value.AddHours(-1));
        List<string> hour = [];
        string? hourKey = null;
        await foreach (var entry in table.QueryAsync(IndexPartition(campaign), HourKey(start), end, cancellation))
        {
            if (vendor is not null && entry.Text(VendorProperty) != vendor.ToString())
            {
                continue;
            }

            var key = entry.RowKey[..entry.RowKey.IndexOf('|', StringComparison.Ordinal)];
            if (key != hourKey)
            {
                await foreach (var record in MergeAsync(hour, from, to, after, cancellation))
                {
                    yield return record;
                }

                hour = [];
                hourKey = key;
            }

            hour.Add(entry.Text(PartitionProperty)!);
        }

        await foreach (var record in MergeAsync(hour, from, to, after, cancellation))
        {
            yield return record;
        }
    }

    private static string PartitionOf(DecisionRecord record) =>
        string.Create(CultureInfo.InvariantCulture, $"{record.Campaign}|{record.Vendor}|{record.ReceivedAt.UtcDateTime:yyyyMMddHH}");

    private static string IndexPartition(CampaignId campaign) => $"{campaign}|hours";

    /// <summary>A key that sorts the later hour first.</summary>
    private static string HourKey(DateTimeOffset at) =>
        (99_999_999 - (at.UtcTicks / TimeSpan.TicksPerHour)).ToString("D8", CultureInfo.InvariantCulture);

    private static Row IndexRow(DecisionRecord record, string partition) =>
        new Row(IndexPartition(record.Campaign), $"{HourKey(record.ReceivedAt)}|{record.Vendor}")
            .Set(PartitionProperty, partition)
            .Set(VendorProperty, record.Vendor.ToString());

    private static Row ToRow(DecisionRecord record, string partition) =>
        new Row(partition, record.Lead.ToDescendingKey())
            .Set("Outcome", record.IsAccepted ? "accepted" : "rejected")
            .Set("Reason", record.Rejecting.FirstOrDefault()?.Code.ToString())
            .Set("Source", record.Source)
            .Set("Price", record.IsAccepted ? (double)record.Price.Amount : null)
            .Set("Test", record.IsTest ? true : null)
            .Set(RecordProperty, DecisionRecordJson.ToText(record));

    /// <summary>The records of one hour's partitions, merged by time.</summary>
    private async IAsyncEnumerable<DecisionRecord> MergeAsync(
        List<string> partitions,
        DateTimeOffset? from,
        DateTimeOffset? to,
        LeadId? after,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        // A cursor's row key with something behind it: the first key after it.
        var firstKey = after is { } last ? last.ToDescendingKey() + "!" : "";
        var heads = new PriorityQueue<IAsyncEnumerator<Row>, string>(StringComparer.Ordinal);
        try
        {
            foreach (var partition in partitions)
            {
                await AdvanceAsync(table.QueryAsync(partition, firstKey, null, cancellation).GetAsyncEnumerator(cancellation));
            }

            while (heads.TryDequeue(out var rows, out _))
            {
                var text = rows.Current.Text(RecordProperty) ?? "";
                await AdvanceAsync(rows);
                if (!DecisionRecordJson.TryRead(Encoding.UTF8.GetBytes(text), out var record))
                {
                    throw new StoreUnavailableException("A record of the log cannot be read; was it written by a newer version?");
                }

                if ((to is null || record.ReceivedAt < to) && (from is null || record.ReceivedAt >= from))
                {
                    yield return record;
                }
            }
        }
        finally
        {
            foreach (var (rows, _) in heads.UnorderedItems)
            {
                await rows.DisposeAsync();
            }
        }

        async ValueTask AdvanceAsync(IAsyncEnumerator<Row> rows)
        {
            if (await rows.MoveNextAsync())
            {
                heads.Enqueue(rows, rows.Current.RowKey);
            }
            else
            {
                await rows.DisposeAsync();
            }
        }
    }
}
