using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Fields;

/// <summary>A field, or a part of one, as a condition reads it.</summary>
/// <param name="Path">Its name, such as <c>email.domain</c>.</param>
/// <param name="Slot">The field's slot.</param>
/// <param name="Type">The type of what is read: the part's, or the field's.</param>
/// <param name="Part">The part, or null for the field itself.</param>
public sealed record FieldOperand(string Path, int Slot, FieldType Type, FieldPart? Part)
{
    /// <summary>Whether it is looked up, and so unknown while the lead is screened.</summary>
    public bool IsLookedUp { get; init; }

    /// <summary>Reads it from a lead. A part of a field that is not valid is missing, blank or invalid as the field is.</summary>
    /// <param name="lead">The lead.</param>
    public FieldValue Read(Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ref readonly var whole = ref lead[Slot];
        return Part is null || !whole.IsValid ? whole : Part.Read(in whole, lead.ReceivedAt);
    }
}
