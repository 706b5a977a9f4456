using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;

namespace LeadFilter.Core.Rules;

/// <summary>A rule: reject when a condition matches.</summary>
/// <param name="Ground">What rejecting by this rule means.</param>
/// <param name="RejectWhen">The condition.</param>
/// <param name="RejectIndeterminate">Whether a condition that cannot be said counts as a match (<c>"onMissing": "reject"</c>).</param>
public sealed record Rule(Ground Ground, Condition RejectWhen, bool RejectIndeterminate)
{
    /// <summary>Whether it depends on what is looked up, so that the lead alone does not decide it.</summary>
    public bool NeedsLookup { get; } = RejectWhen.Operands.Any(static operand => operand.IsLookedUp);

    /// <summary>What it makes of answers that cannot be read.</summary>
    public UnreadableAnswers OnUnreadable { get; init; }

    /// <summary>Whether it rejects, by its own ground, for what its condition says of a lead.</summary>
    /// <param name="result">What the condition says.</param>
    public bool Holds(Truth result) => result switch
    {
        Truth.Match => true,
        Truth.Indeterminate => RejectIndeterminate,
        Truth.Unreadable => RejectIndeterminate && OnUnreadable == UnreadableAnswers.AsMissing,
        _ => false,
    };

    /// <summary>
    /// The grounds on which it rejects answers that it cannot read, one for each field that vendors send and it asks, in the order of the
    /// condition; none if it does not reject them.
    /// </summary>
    public IReadOnlyList<UnreadableGround> UnreadableGrounds() => OnUnreadable != UnreadableAnswers.Reject ? [] :
    [
        .. RejectWhen.Operands
            .Where(static operand => operand is { Fact: null, IsLookedUp: false })
            .DistinctBy(static operand => operand.Slot)
            .Select(operand => new UnreadableGround(operand.Slot, Ground with
            {
                Reason = ReasonCode.Unreadable(operand.FieldName),
                Text = $"The answer in '{operand.FieldName}' was given but cannot be read",
            })),
    ];
}
