using LeadFilter.Core.Fields;

namespace LeadFilter.Core.Leads;

/// <summary>A field, a part of one, or a fact about the whole lead, as a condition reads it.</summary>
/// <param name="Path">Its name, such as <c>email.domain</c>.</param>
/// <param name="Slot">The field's slot; -1 for a fact about the whole lead.</param>
/// <param name="Type">The type of what is read: the part's, the field's or the fact's.</param>
/// <param name="Part">The part, or null for the field itself.</param>
public sealed record FieldOperand(string Path, int Slot, FieldType Type, FieldPart? Part)
{
    private Func<TimeZoneInfo, Func<Lead, FieldValue>>? factIn;

    /// <summary>Reads a fact about the whole lead; null for a field or part.</summary>
    public Func<Lead, FieldValue>? Fact { get; private init; }

    /// <summary>Whether it depends on a clock: it is another in another time zone.</summary>
    public bool IsByClock => Part?.ReadIn is not null || factIn is not null;

    /// <summary>An operand that is read from the whole lead.</summary>
    /// <param name="path">Its name.</param>
    /// <param name="type">Its type.</param>
    /// <param name="read">Reads it; the answer is missing or valid.</param>
    /// <param name="readIn">Reads it by the clock of another time zone; null if it is the same by every clock.</param>
    public static FieldOperand OfLead(
        string path,
        FieldType type,
        Func<Lead, FieldValue> read,
        Func<TimeZoneInfo, Func<Lead, FieldValue>>? readIn = null) =>
        new(path, -1, type, null) { Fact = read, factIn = readIn };

    /// <summary>The same by the clock of another time zone.</summary>
    /// <param name="zone">The time zone.</param>
    internal FieldOperand In(TimeZoneInfo zone) =>
        Part?.ReadIn is { } read ? this with { Part = Part with { Read = read(zone) } }
        : factIn is not null ? this with { Fact = factIn(zone) }
        : this;

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
