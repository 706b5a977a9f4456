namespace LeadFilter.Core.Fields.Places.Countries;

/// <summary>
/// A state or territory of the United States, a region of its armed forces' post, a province or territory of Canada, a state or territory
/// of Australia, or a nation of the United Kingdom, by code, name or usual abbreviation. Canonical is the code.
/// </summary>
/// <remarks>The payload of a value is the state's place in <see cref="States.All"/>.</remarks>
public sealed class StateType : FieldType
{
    private const string Australia = "AU";

    /// <summary>The type where <c>WA</c> is Washington and <c>NT</c> the Northwest Territories: everywhere but in Australia.</summary>
    public static readonly StateType Instance = new("US");

    private static readonly StateType Australian = new(Australia);

    private readonly string region;

    private StateType(string region)
    {
        this.region = region;
        Parts =
        [
            new("country", CountryType.Instance, "The country: US, CA, AU or GB.",
                static (in value, _) => FieldValue.Valid(value.Raw!, States.All[(int)value.Number].Country)),
            new("name", StringType.Instance, "The full English name.",
                static (in value, _) => FieldValue.Valid(value.Raw!, States.All[(int)value.Number].Name)),
        ];
    }

    /// <inheritdoc/>
    public override string Name => "state";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts { get; }

    /// <summary>The type for a region: in Australia, <c>WA</c> and <c>NT</c> are its own.</summary>
    /// <param name="region">Two letters of ISO 3166, in either case.</param>
    public static StateType For(string region) => Australia.Equals(region, StringComparison.OrdinalIgnoreCase) ? Australian : Instance;

    /// <summary>A state as a value.</summary>
    /// <param name="raw">The text as sent.</param>
    /// <param name="place">The state's place in <see cref="States.All"/>.</param>
    internal FieldValue ValueOf(string raw, int place) => FieldValue.Valid(raw, States.CodeIn(place, region), place);

    /// <inheritdoc/>
    public override FieldType In(Locale locale)
    {
        ArgumentNullException.ThrowIfNull(locale);
        return For(locale.Region);
    }

    /// <inheritdoc/>
    protected override FieldValue Read(string raw) =>
        States.Find(raw, region) is >= 0 and var place ? ValueOf(raw, place) : FieldValue.Invalid(raw, "not a state or province");
}
