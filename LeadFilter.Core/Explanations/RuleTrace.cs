using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;

namespace LeadFilter.Core.Explanations;

/// <summary>What one rule said of a lead.</summary>
/// <param name="Finding">The rule's ground, and what it does to the lead where it holds.</param>
/// <param name="Result">What its condition said.</param>
/// <param name="Holds">Whether the ground holds: a match, or an indeterminate result that counts as one.</param>
/// <param name="Facts">The fields that its condition looks at, as the lead has them.</param>
public sealed record RuleTrace(Finding Finding, Truth Result, bool Holds, IReadOnlyList<Fact> Facts);
