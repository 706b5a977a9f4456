namespace LeadFilter.Core.Fields.Places.Countries;

/// <summary>A country or territory of ISO 3166-1, by code or name. Canonical is its two letters.</summary>
/// <remarks>The payload of a value is the country's place in <see cref="CountryBook.All"/>.</remarks>
public sealed class CountryType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly CountryType Instance = new();

    private static readonly IReadOnlyList<FieldPart> CountryParts =
    [
        new("alpha3", StringType.Instance, "The three letters of ISO 3166-1: USA.",
            static (in value, _) => FieldValue.Valid(value.Raw!, CountryBook.All[(int)value.Number].Alpha3)),
        new("name", StringType.Instance, "The English name in common use: United States.",
            static (in value, _) => FieldValue.Valid(value.Raw!, CountryBook.All[(int)value.Number].Name)),
    ];

    private CountryType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "country";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts => CountryParts;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw) =>
        CountryBook.Find(raw.AsSpan().Trim()) is >= 0 and var place
            ? FieldValue.Valid(raw, CountryBook.All[place].Code, place)
            : FieldValue.Invalid(raw, "not a country");
}
