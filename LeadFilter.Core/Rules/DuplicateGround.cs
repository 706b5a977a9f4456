using LeadFilter.Core.Decisions;

namespace LeadFilter.Core.Rules;

/// <summary>The ground of a plan by which duplicates are recognized.</summary>
/// <param name="Ground">The ground.</param>
/// <param name="Action">What becomes of a duplicate where the contract does not say otherwise.</param>
public sealed record DuplicateGround(Ground Ground, DuplicateAction Action);
