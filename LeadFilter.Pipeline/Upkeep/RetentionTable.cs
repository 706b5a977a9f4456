using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Duplicates;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Outcomes;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Returns;
using LeadFilter.Pipeline.Suppression;
using LeadFilter.Pipeline.Targets;

namespace LeadFilter.Pipeline.Upkeep;

/// <summary>How long everything in the tables is kept: the one place that says so.</summary>
/// <param name="options">What the installation has set.</param>
/// <param name="campaigns">The campaigns, whose windows say how long claims count.</param>
public sealed class RetentionTable(RetentionOptions options, ICampaigns campaigns)
{
    /// <summary>A rule for each table.</summary>
    public IReadOnlyList<RetentionRule> Rules { get; } =
    [
        RetentionRule.Fixed(TableNames.Receipts, static row => row.ExpiresAt),
        RetentionRule.Fixed(TableNames.Caps, static row => row.ExpiresAt),
        new(TableNames.Claims, () =>
        {
            var max = MaxWindow(campaigns);
            return row => Claims.EndOf(row, max, options.Claims);
        }),
        RetentionRule.Fixed(TableNames.Ledger, row => LeadLedger.EndOf(row, options.Deliveries, options.Erasures)),
        RetentionRule.Fixed(TableNames.Decisions, row => DecisionLog.EndOf(row, options.Decisions, options.Tests)),
        RetentionRule.Fixed(TableNames.Suppressions, SuppressionStore.EndOf),
        RetentionRule.Fixed(TableNames.Outcomes, row => OutcomeBook.EndOf(row, options.Deliveries)),
        RetentionRule.Fixed(TableNames.Returns, row => ReturnBook.EndOf(row, options.Deliveries)),
        RetentionRule.Fixed(TableNames.OptOutTargets, TargetBook.EndOf),
        RetentionRule.Fixed(TableNames.OptOuts, static row => row.ExpiresAt),
        RetentionRule.Fixed(TableNames.Upkeep, static _ => null),
    ];

    private static TimeSpan MaxWindow(ICampaigns campaigns) =>
        campaigns.All.SelectMany(static campaign => campaign.Duplicates).Select(static plan => plan.Window).DefaultIfEmpty().Max();
}
