using System.Globalization;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Capacity;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>The places of one cap in one period: as many as its limit, numbered from 0.</summary>
/// <param name="Name">Tells it from every other one. It begins all its partition keys.</param>
/// <param name="Limit">How many places there are. It may change within the period, with the campaign's file.</param>
/// <param name="Period">The period.</param>
/// <param name="Part">Whose counter it is: a vendor's id, or vendor/source; null for a cap with one counter.</param>
public sealed record CapCounter(string Name, int Limit, TimeSlice Period, string? Part)
{
    /// <summary>The part of its name that all counters of the cap in the period share.</summary>
    public string Family { get; init; } = Name;

    /// <summary>The counter of a cap for a lead.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cap">One of its caps.</param>
    /// <param name="vendor">The lead's vendor.</param>
    /// <param name="source">The lead's source, as it may be logged; null for none.</param>
    /// <param name="at">When the lead was received first.</param>
    public static CapCounter Of(Campaign campaign, Cap cap, VendorId vendor, string? source, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(cap);
        return Of(campaign, cap, at, cap.By switch
        {
            CapBy.Vendor => vendor.ToString(),
            CapBy.Source => $"{vendor}/{source}",
            _ => null,
        });
    }

    /// <summary>A counter of a cap.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="cap">One of its caps.</param>
    /// <param name="at">A time within the period.</param>
    /// <param name="part">Whose counter, see <see cref="Part"/>.</param>
    public static CapCounter Of(Campaign campaign, Cap cap, DateTimeOffset at, string? part)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(cap);
        var period = PeriodCalendar.SliceOf(cap.Per, at, campaign.TimeZone);
        var family = string.Create(
            CultureInfo.InvariantCulture, $"{campaign.Id}|{cap.Vendor}|{cap.Id}|{cap.Per}|{period.Start:yyyyMMddHHmmss}");
        return new(part is null ? family : $"{family}|{part}", cap.Limit, period, part) { Family = family };
    }
}
