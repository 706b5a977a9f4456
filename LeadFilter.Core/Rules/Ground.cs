using LeadFilter.Core.Decisions;

namespace LeadFilter.Core.Rules;

/// <summary>A ground for rejecting: a rule's, or that of another section of the campaign such as duplicates.</summary>
/// <param name="Id">The rule's id, or the section's name.</param>
/// <param name="Category">Why such leads are bad.</param>
/// <param name="Reason">The code that vendors' programs read.</param>
/// <param name="Text">The wording that vendors read; never a field's value.</param>
/// <param name="Mode">Whether it counts.</param>
public sealed record Ground(string Id, Category Category, ReasonCode Reason, string Text, RuleMode Mode);
