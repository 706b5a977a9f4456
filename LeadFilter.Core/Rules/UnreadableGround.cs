using LeadFilter.Core.Decisions;

namespace LeadFilter.Core.Rules;

/// <summary>The ground on which a rule rejects a lead whose answer in one field it cannot read.</summary>
/// <param name="Slot">The field's slot.</param>
/// <param name="Ground">The rule's ground with the reason of the field.</param>
public readonly record struct UnreadableGround(int Slot, Ground Ground);
