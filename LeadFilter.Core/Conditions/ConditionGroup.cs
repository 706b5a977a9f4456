using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Conditions;

/// <summary>Conditions joined by all, any, none or not.</summary>
/// <param name="Kind">How they are joined.</param>
/// <param name="Members">The conditions; at least one, but for a group that always holds: none of nothing.</param>
public sealed record ConditionGroup(GroupKind Kind, IReadOnlyList<Condition> Members) : Condition
{
    /// <inheritdoc/>
    public override IEnumerable<FieldOperand> Operands => Members.SelectMany(static member => member.Operands);

    /// <inheritdoc/>
    public override IEnumerable<FieldOperand> SeenOf(Lead lead) => Members.SelectMany(member => member.SeenOf(lead));

    /// <inheritdoc/>
    public override int Depth { get; } = 1 + (Members.Count == 0 ? 0 : Members.Max(member => member.Depth));

    /// <inheritdoc/>
    public override int Size { get; } = (int)Math.Min(int.MaxValue, Members.Sum(static member => (long)member.Size));

    /// <summary>Whether the other says the same in the same order.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(ConditionGroup? other) => other is not null && Kind == other.Kind && Members.SequenceEqual(other.Members);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Kind);
        foreach (var member in Members)
        {
            hash.Add(member);
        }

        return hash.ToHashCode();
    }
}
