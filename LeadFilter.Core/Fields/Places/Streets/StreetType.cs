namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>
/// A street address: house number, street and unit, or a post office box. Any text with a letter or digit is valid; what it tells of itself
/// stands in its parts.
/// </summary>
public sealed class StreetType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly StreetType Instance = new();

    private const int UsualCharacters = 48;

    private StreetType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "street";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc/>
    public override bool HoldsWords => true;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts => StreetParts.All;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw)
    {
        var trimmed = raw.AsSpan().Trim();
        if (trimmed.Length > StreetText.MaxCharacters)
        {
            return FieldValue.Invalid(raw, "too long");
        }

        Span<char> room = trimmed.Length <= UsualCharacters ? stackalloc char[(2 * UsualCharacters) + 8] : stackalloc char[StreetText.Room];
        var text = StreetText.Tidy(trimmed, room);
        if (!PlaceWords.HasDigit(text) && !PlaceWords.HasLetter(text))
        {
            return FieldValue.Invalid(raw, "no letter or digit");
        }

        PlaceCase.Apply(text, isStreet: true);
        return trimmed.SequenceEqual(text)
            ? FieldValue.Slice(raw, raw, raw.Length - raw.AsSpan().TrimStart().Length, trimmed.Length)
            : FieldValue.Valid(raw, text.ToString());
    }
}
