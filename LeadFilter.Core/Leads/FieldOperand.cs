using LeadFilter.Core.Fields;

namespace LeadFilter.Core.Leads;

/// <summary>A field, a part of one, or a fact about the whole lead, as a condition reads it.</summary>
/// <param name="Path">Its name, such as <c>email.domain</c>.</param>
/// <param name="Slot">The field's slot; -1 for a fact about the whole lead.</param>
/// <param name="Type">The type of what is read: the part's, the field's or the fact's.</param>
/// <param name="Part">The part, or null for the field itself.</param>
public sealed record FieldOperand(string Path, int Slot, FieldType Type, FieldPart? Part)
{
    /// <summary>Reads a fact about the whole lead; null for a field or part.</summary>
    public Func<Lead, FieldValue>? Fact { get; private init; }

    /// <summary>An operand that is read from the whole lead.</summary>
    /// <param name="path">Its name.</param>
    /// <param name="type">Its type.</param>
    /// <param name="read">Reads it; the answer is missing or valid.</param>
    public static FieldOperand OfLead(string path, FieldType type, Func<Lead, FieldValue> read) =>
        new(path, -1, type, null) { Fact = read };

    /// <summary>The name of the whole field.</summary>
    public string FieldName => Part is null ? Path : Path[..^(Part.Name.Length + 1)];

    /// <summary>Whether it is looked up, and so unknown while the lead is screened.</summary>
    public bool IsLookedUp { get; init; }

    /// <summary>Reads it from a lead. A part of a field that is not valid is missing, blank or invalid as the field is.</summary>
    /// <param name="lead">The lead.</param>
    public FieldValue Read(Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        if (Fact is not null)
        {
            return Fact(lead);
        }

        ref readonly var whole = ref lead[Slot];
        return Part is null || !whole.IsValid ? whole : Part.Read(in whole, lead.ReceivedAt);
    }
}
