using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Rules;
using LeadFilter.Core.Scores;
using LeadFilter.Pipeline.Explanations;

namespace LeadFilter.Cli.Commands.Explaining;

/// <summary>An explanation as the command writes it. It holds the lead's values.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Version">Its version.</param>
/// <param name="Vendor">Under whose contract; null for none.</param>
/// <param name="At">When the lead is received, in UTC.</param>
/// <param name="Decision">What would become of the lead.</param>
/// <param name="Rules">What every rule said, in the order in which they are evaluated; those that are off come last.</param>
/// <param name="Score">The score; null if the campaign has none.</param>
/// <param name="Price">What the lead would cost, were it bought.</param>
internal sealed record ExplainReport(
    string Campaign,
    string Version,
    string? Vendor,
    DateTime At,
    ExplainedDecision Decision,
    IReadOnlyList<ExplainedRule> Rules,
    ScoreSheet? Score,
    ExplainedPrice Price)
{
    /// <summary>What the lead's line says must become of it; null if it says nothing.</summary>
    public string? Expect { get; init; }

    /// <summary>The names of fields that the campaign does not know.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>The sections that depend on other leads, and were not tried.</summary>
    public IReadOnlyList<string> NotTried { get; init; } = [];

    /// <summary>Makes a report.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="policy">Its rules under the contract.</param>
    /// <param name="explained">The explanation, which is there.</param>
    /// <param name="at">When the lead is received.</param>
    /// <param name="expect">What its line says must become of it.</param>
    public static ExplainReport Of(Campaign campaign, Policy policy, ExplainedLead explained, DateTimeOffset at, string? expect)
    {
        var explanation = explained.Explanation!;
        var evaluated = explanation.Rules.Select(trace => trace.Finding.Ground.Id).ToHashSet();
        return new(
            campaign.Id.ToString(),
            campaign.Version,
            policy.Contract?.Vendor.ToString(),
            at.UtcDateTime,
            ExplainedDecision.Of(explanation.Decision),
            [
                .. explanation.Rules.Select(ExplainedRule.Of),
                .. campaign.Rules.Where(rule => !evaluated.Contains(rule.Ground.Id)).Select(rule => ExplainedRule.Off(rule.Ground)),
            ],
            explanation.Score,
            ExplainedPrice.Of(explanation.Quote, policy.Contract))
        {
            Expect = expect,
            Ignored = explained.Ignored,
            NotTried =
            [
                .. campaign.Duplicates.Count == 0 ? (string[])[] : ["duplicates"],
                .. policy.Caps.Count == 0 ? (string[])[] : ["caps"],
            ],
        };
    }
}
