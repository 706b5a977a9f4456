using LeadFilter.Core.Decisions;

namespace LeadFilter.Cli.Commands.Explaining;

/// <summary>What would become of a lead.</summary>
/// <param name="Bought">Whether it would be bought.</param>
/// <param name="Primary">The primary reason; null if it would be bought.</param>
/// <param name="Route">Where it would go; null if it would be rejected.</param>
/// <param name="Price">What would be paid.</param>
/// <param name="Findings">Every ground that holds, with those that change nothing.</param>
internal sealed record ExplainedDecision(
    bool Bought, ExplainedGround? Primary, Route? Route, decimal Price, IReadOnlyList<ExplainedGround> Findings)
{
    /// <summary>Makes it of a decision.</summary>
    /// <param name="decision">The decision.</param>
    public static ExplainedDecision Of(Decision decision) => new(
        decision.IsAccepted,
        decision.Primary is { } primary ? ExplainedGround.Of(primary) : null,
        decision.IsAccepted ? decision.Route : null,
        decision.Price.Amount,
        [.. decision.Findings.Select(ExplainedGround.Of)]);
}
