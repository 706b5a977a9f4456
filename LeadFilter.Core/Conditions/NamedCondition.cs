using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Conditions;

/// <summary>A use of a condition that the campaign file states once under a name (<c>"use": "serious"</c>).</summary>
/// <param name="Name">The name.</param>
/// <param name="Meaning">The condition; one object for all uses.</param>
public sealed record NamedCondition(string Name, Condition Meaning) : Condition
{
    /// <inheritdoc/>
    public override IEnumerable<FieldOperand> SeenOf(Lead lead) => Meaning.SeenOf(lead);

    /// <inheritdoc/>
    public override int Depth => Meaning.Depth;

    /// <inheritdoc/>
    public override int Size => Meaning.Size;

    /// <inheritdoc/>
    public override IEnumerable<FieldOperand> Operands => Meaning.Operands;
}
