namespace LeadFilter.Core.Decisions;

/// <summary>A ground for rejecting: a rule's, or that of another section of the campaign such as duplicates.</summary>
/// <param name="Id">The rule's id, or the section's name.</param>
/// <param name="Category">Why such leads are bad.</param>
/// <param name="Reason">The code that vendors' programs read.</param>
/// <param name="Text">The wording that vendors read; never a field's value.</param>
/// <param name="Mode">Whether it counts.</param>
public sealed record Ground(string Id, Category Category, ReasonCode Reason, string Text, RuleMode Mode)
{
    /// <summary>Whether no contract can loosen it: it is never waived, holds for vendors on trial, and is not overridden.</summary>
    public bool Always { get; init; }

    /// <summary>What it does to a lead without a contract, where it holds.</summary>
    public Effect Effect => Mode == RuleMode.Shadow ? Effect.Shadow : Effect.Reject;
}
