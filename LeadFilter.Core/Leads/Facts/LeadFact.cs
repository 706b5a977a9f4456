using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Flags;

namespace LeadFilter.Core.Leads.Facts;

/// <summary>
/// A derived field that is told from several fields of a lead, such as <c>mismatch.zip_state</c>. Rules use it like a field of type
/// boolean; it is read only when a rule asks.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it says, in a line, for the field reference.</param>
/// <param name="Operands">The fields and parts that it is told from; no other facts.</param>
/// <param name="Holds">Tells it.</param>
public sealed record LeadFact(string Name, string Description, IReadOnlyList<string> Operands, LeadFactReader Holds)
{
    /// <summary>The fact as conditions read it.</summary>
    /// <param name="layout">The fields of a campaign.</param>
    /// <returns>Null if the campaign lacks one of <see cref="Operands"/>.</returns>
    public FieldOperand? In(FieldLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var operands = new FieldOperand[Operands.Count];
        for (var i = 0; i < operands.Length; i++)
        {
            if (!layout.TryResolveField(Operands[i], out var operand))
            {
                return null;
            }

            operands[i] = operand;
        }

        return FieldOperand.OfLead(
            Name,
            BooleanType.Instance,
            lead => Holds(lead, operands) is { } holds ? FieldValue.OfNumber("", holds ? 1 : 0) : FieldValue.Missing);
    }
}
