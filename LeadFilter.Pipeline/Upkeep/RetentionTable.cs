using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Duplicates;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Suppression;

namespace LeadFilter.Pipeline.Upkeep;

/// <summary>How long everything in the tables is kept: the one place that says so.</summary>
/// <param name="options">What the installation has set.</param>
/// <param name="campaigns">The campaigns, whose windows say how long claims count.</param>
public sealed class RetentionTable(RetentionOptions options, ICampaigns campaigns)
{
    /// <summary>A rule for each table.</summary>
    public IReadOnlyList<RetentionRule> Rules { get; } =
    [
        new(TableNames.Receipts, static row => row.ExpiresAt),
        new(TableNames.Caps, static row => row.ExpiresAt),
        new(TableNames.Claims, row => Claims.EndOf(row, MaxWindow(campaigns))),
        new(TableNames.Deliveries, row => DeliveryLog.EndOf(row, options.Deliveries)),
        new(TableNames.Decisions, row => DecisionLog.EndOf(row, options.Decisions)),
        new(TableNames.Suppressions, SuppressionStore.EndOf),
        new(TableNames.Upkeep, static _ => null),
    ];

    private static TimeSpan MaxWindow(ICampaigns campaigns) =>
        campaigns.All.SelectMany(static campaign => campaign.Duplicates).Select(static plan => plan.Window).DefaultIfEmpty().Max();
}
