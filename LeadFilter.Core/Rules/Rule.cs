using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;

namespace LeadFilter.Core.Rules;

/// <summary>A rule: reject when a condition matches.</summary>
/// <param name="Ground">What rejecting by this rule means.</param>
/// <param name="RejectWhen">The condition.</param>
/// <param name="RejectIndeterminate">Whether a condition that cannot be said counts as a match (<c>"onMissing": "reject"</c>).</param>
public sealed record Rule(Ground Ground, Condition RejectWhen, bool RejectIndeterminate)
{
    /// <summary>Whether it hangs on what is looked up, so that the lead alone does not decide it.</summary>
    public bool NeedsLookup { get; } = RejectWhen.Operands.Any(static operand => operand.IsLookedUp);
}
