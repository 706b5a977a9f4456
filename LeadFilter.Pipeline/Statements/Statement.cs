using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Capacity;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Decisions;

namespace LeadFilter.Pipeline.Statements;

/// <summary>
/// What the buyer owes one vendor for one month of one campaign. There are two ways to count: by month of purchase, each lead with
/// all that ever became of it, so that a later credit changes the sums of an earlier month; and by month of decision, each credit in
/// the month in which it was booked, so that the sums of a month that is over stay as they are.
/// </summary>
public sealed record Statement
{
    /// <summary>The campaign.</summary>
    public required CampaignId Campaign { get; init; }

    /// <summary>The vendor.</summary>
    public required VendorId Vendor { get; init; }

    /// <summary>The month.</summary>
    public required StatementMonth Month { get; init; }

    /// <summary>By whose clock it begins and ends.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>From when to when the month lasts.</summary>
    public required TimeSlice Period { get; init; }

    /// <summary>The leads that were bought in the month, oldest first.</summary>
    public required IReadOnlyList<StatementLine> Lines { get; init; }

    /// <summary>
    /// The leads for which a return was asked for or a credit booked in the month, though they were bought before it, oldest first.
    /// </summary>
    public required IReadOnlyList<StatementLine> EarlierLines { get; init; }

    /// <summary>By month of purchase.</summary>
    public required StatementTotals ByPurchase { get; init; }

    /// <summary>By month of decision.</summary>
    public required StatementTotals ByDecision { get; init; }

    /// <summary>Counts a month.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="month">The month.</param>
    /// <param name="zone">By whose clock it begins and ends.</param>
    /// <param name="records">Decisions, among them all of the campaign about the vendor's leads of this month, each once.</param>
    /// <param name="returns">Returns of the campaign and vendor, one a lead, among them all that were asked for, or credited, in this
    /// month, and all of its leads.</param>
    public static Statement Of(
        CampaignId campaign,
        VendorId vendor,
        StatementMonth month,
        TimeZoneInfo zone,
        IEnumerable<DecisionRecord> records,
        IEnumerable<ReturnedLead> returns)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(returns);
        var period = month.SliceIn(zone);
        var byLead = returns.ToDictionary(static one => one.Lead);
        var bought = records
            .Where(record => record is { IsAccepted: true, IsTest: false }
                && record.Campaign == campaign
                && record.Vendor == vendor
                && IsIn(record.ReceivedAt))
            .Select(record => new StatementLine(
                record.Lead, record.ReceivedAt, record.Source, record.Price, byLead.GetValueOrDefault(record.Lead)));
        var lines = InOrder(bought).ToList();
        var (byPurchase, byDecision) = (new StatementTotals(), new StatementTotals());
        foreach (var line in lines)
        {
            byPurchase = byPurchase.WithPurchase(line);
            byDecision = byDecision.WithPurchase(line);
            if (line.Return is { } returned)
            {
                byPurchase = byPurchase.WithRequest(returned);
                byPurchase = returned.CreditedAt is null ? byPurchase : byPurchase.WithCredit(returned);
            }
        }

        var earlier = new List<StatementLine>();
        foreach (var returned in byLead.Values)
        {
            var (isRequested, isCredited) = (IsIn(returned.RequestedAt), returned.CreditedAt is { } at && IsIn(at));
            byDecision = isRequested ? byDecision.WithRequest(returned) : byDecision;
            byDecision = isCredited ? byDecision.WithCredit(returned) : byDecision;
            if ((isRequested || isCredited) && returned.BoughtAt < period.Start)
            {
                earlier.Add(new(returned.Lead, returned.BoughtAt, Source: null, returned.Price, returned));
            }
        }

        return new()
        {
            Campaign = campaign,
            Vendor = vendor,
            Month = month,
            TimeZone = zone,
            Period = period,
            Lines = lines,
            EarlierLines = [.. InOrder(earlier)],
            ByPurchase = byPurchase,
            ByDecision = byDecision,
        };

        bool IsIn(DateTimeOffset at) => at >= period.Start && at < period.End;
    }

    private static IOrderedEnumerable<StatementLine> InOrder(IEnumerable<StatementLine> lines) =>
        lines.OrderBy(static line => line.BoughtAt).ThenBy(static line => line.Lead.ToString(), StringComparer.Ordinal);
}
