namespace LeadFilter.Core.Fields.Places;

/// <summary>
/// A state or territory of the United States, a region of its armed forces' post, or a province or territory of Canada, by code, name
/// or usual abbreviation. Canonical is the two-letter code.
/// </summary>
public sealed class StateType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly StateType Instance = new();

    private static readonly IReadOnlyList<FieldPart> StateParts =
    [
        new("country", Texts.StringType.Instance, "The country: US or CA.",
            static (in value, _) => FieldValue.Valid(value.Raw!, StateOf(value).Country)),
        new("name", Texts.StringType.Instance, "The full English name.",
            static (in value, _) => FieldValue.Valid(value.Raw!, StateOf(value).Name)),
    ];

    private StateType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "state";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts => StateParts;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw) =>
        States.Find(raw) is { } state ? FieldValue.Valid(raw, state.Code) : FieldValue.Invalid(raw, "not a state or province");

    private static State StateOf(in FieldValue value) => States.Find(value.Text)!;
}
