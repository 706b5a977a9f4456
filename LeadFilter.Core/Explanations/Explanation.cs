using LeadFilter.Core.Decisions;
using LeadFilter.Core.Prices;
using LeadFilter.Core.Scores;

namespace LeadFilter.Core.Explanations;

/// <summary>A decision with what every rule said. It holds the lead's values.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Rules">Every rule that was evaluated, in the order of the campaign file.</param>
public sealed record Explanation(Decision Decision, IReadOnlyList<RuleTrace> Rules)
{
    /// <summary>The score and what each line gave; null if the campaign does not score.</summary>
    public ScoreSheet? Score { get; init; }

    /// <summary>What the lead would cost, were it bought.</summary>
    public Quote Quote { get; init; }
}
