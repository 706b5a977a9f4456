using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Leads.Facts;

/// <summary>The number that a lead draws, as conditions read it.</summary>
public static class DrawnNumber
{
    /// <summary>The operand of a draw; missing where a lead draws none.</summary>
    /// <param name="draw">The draw.</param>
    public static FieldOperand In(Draw draw) => FieldOperand.OfLead(
        draw.Path,
        NumberType.Instance,
        lead => lead.Draws?.Of(draw) is { } number ? FieldValue.OfNumber("", number) : FieldValue.Missing);
}
