namespace LeadFilter.Core.Fields.Persons;

/// <summary>A person's gender, in the words of forms and vendors. Canonical: female, male, nonbinary, other or unknown.</summary>
public sealed class GenderType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly GenderType Instance = new();

    /// <summary>The canonical words, each with those that mean it.</summary>
    internal static readonly IReadOnlyList<(string Canonical, string[] Words)> Meanings =
    [
        ("female",
        [
            "f", "female", "fem", "feminine", "woman", "women", "girl", "lady", "w", "mujer", "femenino", "femenina", "mulher", "femme",
            "féminin", "frau", "weiblich", "cis female", "cis woman", "cisgender woman", "trans female", "trans woman", "transgender woman",
            "transgender female", "mtf", "♀",
        ]),
        ("male",
        [
            "m", "male", "masc", "masculine", "man", "men", "boy", "gentleman", "hombre", "masculino", "homem", "homme", "masculin", "mann",
            "männlich", "cis male", "cis man", "cisgender man", "trans male", "trans man", "transgender man", "transgender male", "ftm",
            "♂",
        ]),
        ("nonbinary",
        [
            "nonbinary", "non-binary", "non binary", "nb", "enby", "x", "genderqueer", "gender queer", "genderfluid", "gender fluid",
            "gender-fluid", "gender nonconforming", "gender non-conforming", "gender non conforming", "agender", "bigender", "third gender",
            "divers", "diverse", "no binario", "two-spirit", "two spirit",
        ]),
        ("other", [
            "other", "o", "another", "another gender", "not listed", "self-described", "self described", "transgender", "trans",
            "otro"
        ]),
        ("unknown",
        [
            "unknown", "u", "unspecified", "not specified", "undisclosed", "not disclosed", "not stated", "not provided", "not known",
            "not available", "no answer", "prefer not to say", "prefer not to answer", "prefer not to disclose", "rather not say",
            "decline to state", "decline to answer", "declined", "n/a", "na", "none", "null", "undefined", "not applicable", "-", "?",
        ]),
    ];

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Words = Meanings
        .SelectMany(meaning => meaning.Words.Select(word => KeyValuePair.Create(word, meaning.Canonical)))
        .ToDictionary(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private GenderType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "gender";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc/>
    protected override bool KeepsSigns => true;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw) =>
        Words.TryGetValue(raw.AsSpan().Trim().Trim("\"' ").TrimEnd('.'), out var canonical)
            ? FieldValue.Valid(raw, canonical)
            : FieldValue.Invalid(raw, "not a gender");
}
