using LeadFilter.Core.Leads;
using LeadFilter.Core.Patterns;

namespace LeadFilter.Core.Conditions;

/// <summary>A test of one field or part, against constants, another field or a named list.</summary>
/// <param name="Operand">What is tested.</param>
/// <param name="Operator">How.</param>
/// <param name="Constants">With what: as many as the operator takes; none with <see cref="Other"/> or <see cref="List"/>.</param>
public sealed record FieldTest(FieldOperand Operand, Operator Operator, IReadOnlyList<Constant> Constants) : Condition
{
    /// <summary>The field or part to compare with, of the same kind; null for constants or a list.</summary>
    public FieldOperand? Other { get; init; }

    /// <summary>The named list of the values; null for constants or another field.</summary>
    public ValueSet? List { get; init; }

    /// <summary>How many edits away a similar text may be: 1 to 3; 0 for operators that count none.</summary>
    public int Edits { get; init; }

    /// <inheritdoc/>
    public override int Depth => 1;

    /// <inheritdoc/>
    public override int Size => 1;

    /// <inheritdoc/>
    public override IEnumerable<FieldOperand> Operands => Other is null ? [Operand] : [Operand, Other];

    /// <summary>The pattern, ready to use, where the loader has made it to prove it: making one takes about a millisecond.</summary>
    internal Pattern? Pattern { get; init; }

    /// <summary>Whether the other tests the same in the same way.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(FieldTest? other) =>
        other is not null
        && Operand.Path == other.Operand.Path
        && ReferenceEquals(Operator, other.Operator)
        && Other?.Path == other.Other?.Path
        && ReferenceEquals(List, other.List)
        && Edits == other.Edits
        && Constants.SequenceEqual(other.Constants);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        Operand.Path,
        Operator.Word,
        Other?.Path,
        Constants.Count,
        Constants.Count == 0 ? default : Constants[0],
        Constants.Count == 0 ? default : Constants[^1]);
}
