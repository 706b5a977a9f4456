namespace LeadFilter.Core.Fields.Places.Cities;

/// <summary>
/// A city or town, tidied and in its usual case. Any text with a letter is valid; what it tells of itself stands in its parts.
/// </summary>
public sealed class CityType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly CityType Instance = new();

    private const int UsualCharacters = 32;

    private CityType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "city";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc/>
    public override bool HoldsWords => true;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts => CityParts.All;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw)
    {
        var trimmed = raw.AsSpan().Trim();
        if (trimmed.Length > CityText.MaxCharacters)
        {
            return FieldValue.Invalid(raw, "too long");
        }

        Span<char> room = trimmed.Length <= UsualCharacters ? stackalloc char[(2 * UsualCharacters) + 8] : stackalloc char[CityText.Room];
        var text = CityText.Tidy(trimmed, room);
        if (!PlaceWords.HasLetter(text))
        {
            return FieldValue.Invalid(raw, "no letter");
        }

        PlaceCase.Apply(text, isStreet: false);
        return trimmed.SequenceEqual(text)
            ? FieldValue.Slice(raw, raw, raw.Length - raw.AsSpan().TrimStart().Length, trimmed.Length)
            : FieldValue.Valid(raw, text.ToString());
    }
}
