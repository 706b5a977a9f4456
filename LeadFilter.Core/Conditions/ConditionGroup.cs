using LeadFilter.Core.Fields;

namespace LeadFilter.Core.Conditions;

/// <summary>Conditions joined by all, any, none or not.</summary>
/// <param name="Kind">How they are joined.</param>
/// <param name="Members">The conditions; at least one.</param>
public sealed record ConditionGroup(GroupKind Kind, IReadOnlyList<Condition> Members) : Condition
{
    /// <inheritdoc/>
    public override IEnumerable<FieldOperand> Operands => Members.SelectMany(static member => member.Operands);
}
