using System.Globalization;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Returns;
using LeadFilter.Core.Returns.Cases;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Returns;

/// <summary>
/// How returns stand in their table: a partition for each campaign, vendor and month (UTC) in which leads were bought, a row for each
/// lead. A row without a change is a return that is still being asked for; it counts for nothing.
/// </summary>
internal static class ReturnRows
{
    /// <summary>The partition of the vendors of a campaign that have returns.</summary>
    public const string Vendors = "vendors";

    private const char Between = '|';
    private const char BetweenChanges = ';';
    private const char BetweenParts = ',';
    private const int PartsOfChange = 4;
    private const string Month = "yyyyMM";
    private const string AskedAt = nameof(AskedAt);
    private const string BoughtAt = nameof(BoughtAt);
    private const string Price = nameof(Price);
    private const string Reason = nameof(Reason);
    private const string AnswerDays = nameof(AnswerDays);
    private const string Silence = nameof(Silence);
    private const string Again = nameof(Again);
    private const string Zone = nameof(Zone);
    private const string Changes = nameof(Changes);
    private const string LastAt = nameof(LastAt);
    private const string Place = nameof(Place);
    private const string Finished = nameof(Finished);

    /// <summary>The partition of a lead's return.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="lead">The lead.</param>
    public static string PartitionOf(CampaignId campaign, VendorId vendor, LeadId lead) => PartitionOf(campaign, vendor, lead.MadeAt);

    /// <summary>The partition of the returns of leads that were bought in a month.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="at">A moment of the month.</param>
    public static string PartitionOf(CampaignId campaign, VendorId vendor, DateTimeOffset at) =>
        $"{campaign}{Between}{vendor}{Between}{at.UtcDateTime.ToString(Month, CultureInfo.InvariantCulture)}";

    /// <summary>The partition that names the vendors of a campaign that have returns.</summary>
    /// <param name="campaign">The campaign.</param>
    public static string VendorsOf(CampaignId campaign) => $"{campaign}{Between}{Vendors}";

    /// <summary>The row of a return that is being asked for.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="now">When.</param>
    public static Row Asking(CampaignId campaign, VendorId vendor, LeadId lead, DateTimeOffset now) =>
        new Row(PartitionOf(campaign, vendor, lead), lead.ToString()).Set(AskedAt, now);

    /// <summary>The row of a return.</summary>
    /// <param name="kept">The return.</param>
    public static Row Of(KeptReturn kept)
    {
        var returned = kept.Case;
        return new Row(PartitionOf(returned.Campaign, returned.Vendor, returned.Lead), returned.Lead.ToString())
        {
            ETag = kept.ETag,
        }
            .Set(BoughtAt, returned.BoughtAt)
            .Set(Price, returned.Price.ToString())
            .Set(Reason, returned.Reason.ToString())
            .Set(AnswerDays, (long)returned.AnswerDays)
            .Set(Silence, returned.Silence == ReturnSilence.Accept)
            .Set(Again, returned.Again)
            .Set(Zone, returned.TimeZone.Id)
            .Set(Changes, string.Join(BetweenChanges, returned.Changes.Select(TextOf)))
            .Set(LastAt, returned.Changes[^1].At)
            .Set(Place, kept.Place is { } place ? (long)place : null)
            .Set(Finished, (long)kept.Finished);
    }

    /// <summary>Reads a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>Null for a return that is still being asked for.</returns>
    /// <exception cref="StoreUnavailableException">It cannot be read.</exception>
    public static KeptReturn? Read(Row row)
    {
        if (row.Text(Changes) is not { } changes)
        {
            return null;
        }

        var keys = row.PartitionKey.Split(Between);
        return keys.Length == 3
            && CampaignId.TryParse(keys[0], out var campaign)
            && VendorId.TryParse(keys[1], out var vendor)
            && LeadId.TryParse(row.RowKey, out var lead)
            && row.TryGet<DateTimeOffset>(BoughtAt, out var boughtAt)
            && decimal.TryParse(row.Text(Price), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            && Money.TryCreate(amount, out var price)
            && ReasonCode.TryParse(row.Text(Reason), out var reason)
            && row.TryGet<long>(AnswerDays, out var answerDays)
            && row.TryGet<bool>(Silence, out var accepts)
            && row.TryGet<bool>(Again, out var again)
            && row.TryGet<long>(Finished, out var finished)
            && TimeZoneInfo.TryFindSystemTimeZoneById(row.Text(Zone) ?? "", out var zone)
            && ReadChanges(changes) is { } read
            ? new(
                new()
                {
                    Lead = lead,
                    Campaign = campaign,
                    Vendor = vendor,
                    BoughtAt = boughtAt,
                    Price = price,
                    Reason = reason,
                    AnswerDays = (int)answerDays,
                    Silence = accepts ? ReturnSilence.Accept : ReturnSilence.Deny,
                    Again = again,
                    TimeZone = zone,
                    Changes = read,
                },
                row.TryGet<long>(Place, out var place) ? (int)place : null,
                (int)finished,
                row.ETag)
            : throw new StoreUnavailableException("A return cannot be read; was it written by a newer version?");
    }

    /// <summary>When a return that is still being asked for was begun.</summary>
    /// <param name="row">Its row.</param>
    public static DateTimeOffset AskedAtOf(Row row) => row.TryGet<DateTimeOffset>(AskedAt, out var at) ? at : default;

    /// <summary>Until when a row is kept: as long after its last change as bought leads are kept.</summary>
    /// <param name="row">The row.</param>
    /// <param name="kept">How long bought leads are kept.</param>
    public static DateTimeOffset? EndOf(Row row, TimeSpan kept) =>
        row.ExpiresAt ?? (row.TryGet<DateTimeOffset>(LastAt, out var last) || row.TryGet(AskedAt, out last) ? last + kept : null);

    private static string TextOf(ReturnChange change) => string.Join(
        BetweenParts,
        ReturnStateName.Of(change.State),
        change.At.UtcTicks.ToString(CultureInfo.InvariantCulture),
        ReturnPartyName.Of(change.By),
        change.Reason?.ToString());

    private static List<ReturnChange>? ReadChanges(string text)
    {
        var changes = new List<ReturnChange>();
        foreach (var one in text.Split(BetweenChanges))
        {
            if (one.Split(BetweenParts) is not { Length: PartsOfChange } parts
                || ReturnStateName.Find(parts[0]) is not { } state
                || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
                || ReturnPartyName.Find(parts[2]) is not { } by)
            {
                return null;
            }

            changes.Add(new(
                state, new(ticks, TimeSpan.Zero), by, ReasonCode.TryParse(parts[3], out var reason) ? reason : null));
        }

        return changes;
    }
}
