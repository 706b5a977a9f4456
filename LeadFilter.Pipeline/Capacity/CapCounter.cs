using System.Globalization;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Capacity;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>The places of one cap in one period: as many as its limit, numbered from 0; or its budget.</summary>
/// <param name="Name">Tells it from every other one. It begins all its partition keys.</param>
/// <param name="Limit">How many places there are. It may change within the period, with the campaign's file.</param>
/// <param name="Period">The period.</param>
/// <param name="Part">Which counter it is, as <see cref="CapPart"/> names them; null for a cap with one counter.</param>
public sealed record CapCounter(string Name, int Limit, TimeSlice Period, string? Part)
{
    /// <summary>The part of its name that all counters of the cap in the period share.</summary>
    public string Family { get; init; } = Name;

    /// <summary>
    /// The limit in money, in <see cref="CapLimit.Parts"/>; 0 for a counter of places. It may change within the period, with the
    /// campaign's file.
    /// </summary>
    public long Budget { get; init; }

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
        var limit = CapPart.LimitOf(cap, part);
        return new(part is null ? family : $"{family}|{part}", limit.Leads, period, part) { Family = family, Budget = limit.Parts };
    }
}
