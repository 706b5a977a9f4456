using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Decisions;

/// <summary>
/// The log of decisions: a partition for each campaign, vendor and hour, newest first within it, and an index of the
/// partitions that hold anything, so that reading back a quiet month costs nothing. Where shards are used, what a busy vendor
/// sends goes to several partitions.
/// </summary>
/// <param name="tables">The tables.</param>
/// <param name="shards">Into how many partitions a vendor's hour may go; one unless said.</param>
public sealed class DecisionLog(ITables tables, DecisionShards? shards = null)
{
    internal const string RecordProperty = "Record";
    private const string PartitionProperty = "Partition";
    private const string ShardsProperty = "Shards";
    private const string VendorProperty = "Vendor";
    private const string TestProperty = "Test";
    private const string HourFormat = "yyyyMMddHH";
    private const int MaxRemembered = 10_000;

    private readonly ITable table = tables[TableNames.Decisions];
    private readonly int shardCount = (shards ?? DecisionShards.One).Count;

    // Partitions whose index row is known to exist: a cache, so forgetting it only costs an insert that finds the row there.
    private readonly ConcurrentDictionary<string, bool> indexed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ShardPace> paces = new(StringComparer.Ordinal);

    /// <summary>Writes a record. Writing it again changes nothing that is read.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="StoreUnavailableException">The table is down.</exception>
    public async ValueTask WriteAsync(DecisionRecord record, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(record);
        var (row, first, isFirst) = Place(record);

        // The index row comes first: a partition that the index does not name would never be read.
        await IndexAsync(record, first, isFirst, cancellation);
        await table.TryInsertAsync(row, cancellation);
    }

    /// <summary>Has the index name the first partition of a record's hour, so that <see cref="Writing"/> has a change.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="StoreUnavailableException">The table is down.</exception>
    public ValueTask IndexAsync(DecisionRecord record, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(record);
        return IndexAsync(record, PartitionOf(record), isFirst: true, cancellation);
    }

    /// <summary>The change that writes a record, to be made together with others; null if more than that one is to be written.</summary>
    /// <param name="record">The record.</param>
    /// <param name="beside">See <see cref="Change.IsBeside"/>.</param>
    public Change? Writing(DecisionRecord record, bool beside)
    {
        ArgumentNullException.ThrowIfNull(record);
        var (row, first, isFirst) = Place(record);
        return indexed.ContainsKey(IndexOf(first, isFirst)) ? Change.Insert(TableNames.Decisions, row, beside) : null;
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
                await foreach (var record in DecisionMerge.ReadAsync(table, hour, from, to, after, cancellation))
                {
                    yield return record;
                }

                hour = [];
                hourKey = key;
            }

            hour.AddRange(PartitionsOf(entry));
        }

        await foreach (var record in DecisionMerge.ReadAsync(table, hour, from, to, after, cancellation))
        {
            yield return record;
        }
    }

    /// <summary>Finds the record of one lead: its id tells the hour.</summary>
    /// <param name="campaign">The campaign that may have decided about it.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null if this campaign has none of the lead.</returns>
    /// <exception cref="StoreUnavailableException">The table is down.</exception>
    public async ValueTask<DecisionRecord?> FindAsync(CampaignId campaign, LeadId lead, CancellationToken cancellation)
    {
        var key = lead.ToDescendingKey();
        await foreach (var partition in PartitionsOfAsync(table, campaign, lead, cancellation))
        {
            if (await table.FindAsync(partition, key, cancellation) is { } row)
            {
                return Read(row);
            }
        }

        return null;
    }

    /// <summary>The partitions in which the record of a lead may be.</summary>
    /// <param name="table">The table.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="cancellation">Gives up.</param>
    internal static async IAsyncEnumerable<string> PartitionsOfAsync(
        ITable table,
        CampaignId campaign,
        LeadId lead,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var (from, to) = (HourKey(lead.MadeAt), HourKey(lead.MadeAt.AddHours(-1)));
        await foreach (var entry in table.QueryAsync(IndexPartition(campaign), from, to, cancellation))
        {
            foreach (var partition in PartitionsOf(entry))
            {
                yield return partition;
            }
        }
    }

    /// <summary>Reads a record.</summary>
    /// <param name="row">Its row.</param>
    /// <exception cref="StoreUnavailableException">It cannot be read.</exception>
    internal static DecisionRecord Read(Row row) =>
        DecisionRecordJson.TryRead(Encoding.UTF8.GetBytes(row.Text(RecordProperty) ?? ""), out var record)
            ? record
            : throw new StoreUnavailableException("A record of the log cannot be read; was it written by a newer version?");

    /// <summary>
    /// When the decisions of a row's hour are as old as they are kept. The index outlives what it leads to by a day.
    /// </summary>
    /// <param name="row">A record, or a row of the index.</param>
    /// <param name="kept">How long decisions are kept.</param>
    /// <param name="testsKept">How long those about test leads are kept at most.</param>
    /// <returns>Null if the row is neither.</returns>
    internal static DateTimeOffset? EndOf(Row row, TimeSpan kept, TimeSpan testsKept)
    {
        if (testsKept < kept && row.TryGet<bool>(TestProperty, out var isTest) && isTest)
        {
            kept = testsKept;
        }

        var partition = row.Text(PartitionProperty);
        var parts = (partition ?? row.PartitionKey).Split('|');
        return parts.Length >= 3
            && DateTimeOffset.TryParseExact(
                parts[2],
                HourFormat,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var hour)
            ? hour.AddHours(1) + kept + (partition is null ? TimeSpan.Zero : TimeSpan.FromDays(1))
            : null;
    }

    private static IEnumerable<string> PartitionsOf(Row entry)
    {
        var first = entry.Text(PartitionProperty)!;
        return entry.TryGet<long>(ShardsProperty, out var count)
            ? Enumerable.Range(1, (int)count - 1).Select(shard => ShardPartition(first, shard))
            : [first];
    }

    private static string PartitionOf(DecisionRecord record)
    {
        var hour = record.ReceivedAt.UtcDateTime.ToString(HourFormat, CultureInfo.InvariantCulture);
        return $"{record.Campaign}|{record.Vendor}|{hour}";
    }

    private static string IndexPartition(CampaignId campaign) => $"{campaign}|hours";

    /// <summary>A key that sorts the later hour first.</summary>
    private static string HourKey(DateTimeOffset at) =>
        (99_999_999 - (at.UtcTicks / TimeSpan.TicksPerHour)).ToString("D8", CultureInfo.InvariantCulture);

    private static Row IndexRow(DecisionRecord record, string partition) =>
        new Row(IndexPartition(record.Campaign), $"{HourKey(record.ReceivedAt)}|{record.Vendor}")
            .Set(PartitionProperty, partition)
            .Set(VendorProperty, record.Vendor.ToString());

    private static string ShardPartition(string first, int shard) => string.Create(CultureInfo.InvariantCulture, $"{first}|{shard}");

    internal static Row ToRow(DecisionRecord record, string partition, string key) =>
        new Row(partition, key)
            .Set("Outcome", record.IsAccepted ? "accepted" : "rejected")
            .Set("Reason", record.Rejecting is [var primary, ..] ? primary.Code.ToString() : null)
            .Set("Source", record.Source)
            .Set("Price", record.IsAccepted ? (double)record.Price.Amount : null)
            .Set(TestProperty, record.IsTest ? true : null)
            .Set(RecordProperty, DecisionRecordJson.ToText(record));

    private static void Remember<T>(ConcurrentDictionary<string, T> known, string key, T value)
    {
        if (known.Count >= MaxRemembered)
        {
            known.Clear();
        }

        known[key] = value;
    }

    private async ValueTask IndexAsync(DecisionRecord record, string first, bool isFirst, CancellationToken cancellation)
    {
        var index = IndexOf(first, isFirst);
        if (!indexed.ContainsKey(index))
        {
            await table.TryInsertAsync(isFirst ? IndexRow(record, first) : ShardsRow(record, first), cancellation);
            Remember(indexed, index, true);
        }
    }

    private static string IndexOf(string first, bool isFirst) => isFirst ? first : $"{first}|";

    /// <summary>The row of a record, in the shard where it goes.</summary>
    /// <returns>The row, the partition of the hour's first shard, and whether that is the one.</returns>
    private (Row Row, string First, bool IsFirst) Place(DecisionRecord record)
    {
        var (first, key) = (PartitionOf(record), record.Lead.ToDescendingKey());
        var shard = ShardOf(record, first, key);
        return (ToRow(record, shard == 0 ? first : ShardPartition(first, shard), key), first, shard == 0);
    }

    /// <summary>Says that decisions of the hour are also in its shards after the first.</summary>
    private Row ShardsRow(DecisionRecord record, string first) =>
        new Row(IndexPartition(record.Campaign),
            string.Create(CultureInfo.InvariantCulture, $"{HourKey(record.ReceivedAt)}|{record.Vendor}|{shardCount}"))
            .Set(PartitionProperty, first)
            .Set(VendorProperty, record.Vendor.ToString())
            .Set(ShardsProperty, (long)shardCount);

    private int ShardOf(DecisionRecord record, string first, string key)
    {
        if (shardCount == 1)
        {
            return 0;
        }

        if (!paces.TryGetValue(first, out var pace))
        {
            Remember(paces, first, pace = new());
        }

        return pace.IsForFirst(record.ReceivedAt.ToUnixTimeSeconds())
            ? 0
            : 1 + (byte.Parse(key.AsSpan(key.Length - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) % (shardCount - 1));
    }
}
