namespace LeadFilter.Core.Fields;

/// <summary>A derived field: <c>email.domain</c> is the part <c>domain</c> of the field <c>email</c>.</summary>
/// <param name="Name">The part's name, such as <c>domain</c>.</param>
/// <param name="Type">The part's own type, which says which operators it takes.</param>
/// <param name="Description">What it is, in a line, for the field reference.</param>
/// <param name="Read">Reads it from the whole value.</param>
public sealed record FieldPart(string Name, FieldType Type, string Description, PartReader Read)
{
    /// <summary>Reads it by the clock of another time zone; null if it is the same by every clock.</summary>
    public Func<TimeZoneInfo, PartReader>? ReadIn { get; init; }
}
