using LeadFilter.Core.Hours;
using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Conditions;

/// <summary>Whether a lead was received outside the hours in which leads are bought. It is never indeterminate.</summary>
/// <param name="Hours">The hours.</param>
public sealed record OutsideHours(OpeningHours Hours) : Condition
{
    /// <inheritdoc/>
    public override int Depth => 1;

    /// <inheritdoc/>
    public override int Size => 1;

    /// <inheritdoc/>
    public override IEnumerable<FieldOperand> Operands => [];
}
