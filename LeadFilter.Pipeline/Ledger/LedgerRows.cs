using System.Globalization;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Ledger;

/// <summary>
/// The rows of the table <see cref="TableNames.Ledger"/>. A lead's entry and its attempts stand in one of 256 partitions, by the last
/// two hex digits of its id: the first ones are the time, which would put all of a day's leads into one. Rows of the index by the
/// CRM's ids stand in 256 more, by a hash of the id.
/// </summary>
internal static class LedgerRows
{
    /// <summary>When the lead was delivered; the entry and the index have it.</summary>
    public const string DeliveredAt = nameof(DeliveredAt);

    /// <summary>When the lead's person was erased.</summary>
    public const string ErasedAt = nameof(ErasedAt);

    /// <summary>When an attempt ended.</summary>
    public const string TriedAt = nameof(TriedAt);

    private const string ReceivedAt = nameof(ReceivedAt);
    private const string Milliseconds = nameof(Milliseconds);
    private const string Attempts = nameof(Attempts);
    private const string Status = nameof(Status);
    private const string CrmId = nameof(CrmId);
    private const string CampaignName = "Campaign";
    private const string Version = nameof(Version);
    private const string Vendor = nameof(Vendor);
    private const string Source = nameof(Source);
    private const string RouteProperty = "Route";
    private const string Score = nameof(Score);
    private const string Price = nameof(Price);
    private const string UpdateOf = nameof(UpdateOf);
    private const string Number = nameof(Number);
    private const string NextTry = nameof(NextTry);
    private const string Reason = nameof(Reason);
    private const string Description = nameof(Description);
    private const string LeadProperty = "Lead";

    /// <summary>The partition and the row key of a lead's entry.</summary>
    public static (string Partition, string Row) KeyOf(LeadId lead)
    {
        var key = lead.ToString();
        return (key[^2..], key);
    }

    /// <summary>The partition of a lead's attempts, their first row key, and the end of their row keys.</summary>
    public static (string Partition, string From, string To) AttemptsOf(LeadId lead)
    {
        var (partition, key) = KeyOf(lead);
        return (partition, key + "/", key + "0");
    }

    /// <summary>The partition of the leads that have a CRM's id, their first row key, and the end of their row keys.</summary>
    public static (string Partition, string From, string To) IndexOf(CampaignId campaign, string crmId)
    {
        // Not keyed: the entry has the id itself. The hash makes a key of any text.
        var hash = IdentityHasher.Sha256(crmId);
        return ($"crm|{hash[^2..]}", $"{campaign}|{hash}|", $"{campaign}|{hash}}}");
    }

    /// <summary>The entry of a lead that was delivered.</summary>
    public static Row EntryOf(BoughtLead bought)
    {
        var (partition, key) = KeyOf(bought.Lead);
        var row = new Row(partition, key).Set(ReceivedAt, bought.ReceivedAt);
        if (bought.Delivery is { } delivery)
        {
            row.Set(DeliveredAt, delivery.DeliveredAt)
                .Set(Milliseconds, delivery.Milliseconds)
                .Set(Attempts, (long)delivery.Attempts)
                .Set(Status, (long)delivery.Status)
                .Set(CrmId, delivery.CrmId);
        }

        return row
            .Set(CampaignName, bought.Campaign.ToString())
            .Set(Version, bought.CampaignVersion)
            .Set(Vendor, bought.Vendor.ToString())
            .Set(Source, bought.Source)
            .Set(RouteProperty, RouteName.Of(bought.Route))
            .Set(Score, bought.Score)
            .Set(Price, bought.Price.ToString())
            .Set(UpdateOf, bought.UpdateOf?.ToString());
    }

    /// <summary>The row that leads from the CRM's id to a lead; null if the CRM gave none.</summary>
    public static Row? IndexRowOf(BoughtLead bought)
    {
        if (bought.Delivery is not { CrmId: { } crmId } delivery)
        {
            return null;
        }

        var (partition, from, _) = IndexOf(bought.Campaign, crmId);
        return new Row(partition, $"{from}{bought.Lead}")
            .Set(LeadProperty, bought.Lead.ToString())
            .Set(DeliveredAt, delivery.DeliveredAt);
    }

    /// <summary>The row of an attempt. One that gives up has its own: a dead letter that is replayed is the same attempt.</summary>
    public static Row RowOf(LeadId lead, DeliveryAttempt attempt)
    {
        var (partition, from, _) = AttemptsOf(lead);
        var key = string.Create(CultureInfo.InvariantCulture, $"{from}{attempt.Number:D6}{(attempt.IsGivenUp ? "/dead" : "")}");
        return new Row(partition, key)
            .Set(Number, (long)attempt.Number)
            .Set(TriedAt, attempt.At)
            .Set(NextTry, attempt.NextTry)
            .Set(Reason, attempt.Reason)
            .Set(Description, attempt.Description);
    }

    /// <summary>The entry of a lead whose person is erased before anything is known of it.</summary>
    public static Row ErasedOf(LeadId lead, DateTimeOffset now)
    {
        var (partition, key) = KeyOf(lead);
        return new Row(partition, key).Set(ErasedAt, now);
    }

    /// <summary>Takes out of an entry what is about the person.</summary>
    public static Row Erase(Row entry, DateTimeOffset now) => entry
        .Set(ErasedAt, now)
        .Set(CrmId, null)
        .Set(Score, null)
        .Set(UpdateOf, null)
        .Set(Source, entry.Text(Source) is null ? null : SourceLabel.Withheld);

    /// <summary>Reads an entry.</summary>
    public static LedgerEntry ReadEntry(LeadId lead, Row row)
    {
        var delivery = ReadDelivery(lead, row);
        return new(ReadPurchase(lead, row, delivery), delivery, row.TryGet<DateTimeOffset>(ErasedAt, out _));
    }

    /// <summary>Reads an attempt; null if the row is none.</summary>
    public static DeliveryAttempt? ReadAttempt(Row row) =>
        row.TryGet<long>(Number, out var number)
        && row.TryGet<DateTimeOffset>(TriedAt, out var at)
        && row.Text(Reason) is { } reason
        && row.Text(Description) is { } description
            ? new((int)number, at, row.TryGet<DateTimeOffset>(NextTry, out var next) ? next : null, reason, description)
            : null;

    /// <summary>Reads the lead of a row of the index.</summary>
    public static LeadId? ReadIndexed(Row row) => LeadId.TryParse(row.Text(LeadProperty), out var lead) ? lead : null;

    private static DeliveryRecord? ReadDelivery(LeadId lead, Row row) =>
        row.TryGet<DateTimeOffset>(ReceivedAt, out var receivedAt)
        && row.TryGet<DateTimeOffset>(DeliveredAt, out var deliveredAt)
        && row.TryGet<long>(Attempts, out var attempts)
        && row.TryGet<long>(Status, out var status)
            ? new(lead, receivedAt, deliveredAt, (int)attempts, (int)status, row.Text(CrmId))
            : null;

    private static BoughtLead? ReadPurchase(LeadId lead, Row row, DeliveryRecord? delivery) =>
        CampaignId.TryParse(row.Text(CampaignName), out var campaign)
        && row.Text(Version) is { } version
        && VendorId.TryParse(row.Text(Vendor), out var vendor)
        && RouteName.TryParse(row.Text(RouteProperty), out var route)
        && decimal.TryParse(row.Text(Price), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
        && Money.TryCreate(amount, out var price)
        && row.TryGet<DateTimeOffset>(ReceivedAt, out var receivedAt)
            ? new()
            {
                Lead = lead,
                Campaign = campaign,
                CampaignVersion = version,
                Vendor = vendor,
                Source = row.Text(Source),
                Route = route,
                Score = row.TryGet<double>(Score, out var score) ? score : null,
                Price = price,
                ReceivedAt = receivedAt,
                UpdateOf = LeadId.TryParse(row.Text(UpdateOf), out var before) ? before : null,
                Delivery = delivery,
            }
            : null;
}
