using System.Text.RegularExpressions;
using LeadFilter.Core.Fields;

namespace LeadFilter.Core.Conditions;

/// <summary>A test of one field or part.</summary>
/// <param name="Operand">What is tested.</param>
/// <param name="Operator">How.</param>
/// <param name="Constants">With what: as many as the operator takes.</param>
public sealed record FieldTest(FieldOperand Operand, Operator Operator, IReadOnlyList<Constant> Constants) : Condition
{
    /// <inheritdoc/>
    public override IEnumerable<FieldOperand> Operands => [Operand];

    /// <summary>The pattern, ready to use, where the loader has made it to prove it: making one takes about a millisecond.</summary>
    internal Regex? Pattern { get; init; }
}
