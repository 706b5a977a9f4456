namespace LeadFilter.Core.Fields.Flags;

/// <summary>
/// True or false, as forms, spreadsheets and vendors write it, without case, quotes around it and points behind it.
/// </summary>
public sealed class BooleanType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly BooleanType Instance = new();

    /// <summary>The words that mean true.</summary>
    internal static readonly IReadOnlyList<string> TrueWords =
    [
        "true", "t", "yes", "y", "1", "1.0", "on", "checked", "ticked", "selected", "enabled", "yep", "yeah", "yup", "agree", "agreed",
        "i agree", "accept", "accepted", "i accept", "consent", "consented", "i consent", "given", "granted", "opt in", "opt-in",
        "opted in", "opted-in", "optin", "sí", "si", "verdadero", "acepto", "oui", "ja", "sim", "✓", "✔", "✔\uFE0F", "☑", "☑\uFE0F", "✅",
    ];

    /// <summary>The words that mean false.</summary>
    internal static readonly IReadOnlyList<string> FalseWords =
    [
        "false", "f", "no", "n", "0", "0.0", "off", "unchecked", "not checked", "unticked", "not selected", "disabled", "nope", "nah",
        "disagree", "disagreed", "i disagree", "i do not agree", "decline", "declined", "i decline", "denied", "refused", "not given",
        "opt out", "opt-out", "opted out", "opted-out", "optout", "falso", "non", "nein", "não", "✗", "✘", "✖", "✖\uFE0F", "☐", "❌",
    ];

    private static readonly Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Words =
        TrueWords.Select(word => (Word: word, Number: 1d)).Concat(FalseWords.Select(word => (Word: word, Number: 0d)))
            .ToDictionary(entry => entry.Word, entry => entry.Number, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private BooleanType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "boolean";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Flag;

    /// <inheritdoc/>
    protected override bool KeepsSigns => true;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw) =>
        Words.TryGetValue(raw.AsSpan().Trim().Trim("\"' ").TrimEnd(".!"), out var number)
            ? FieldValue.OfNumber(raw, number)
            : FieldValue.Invalid(raw, "not yes or no");
}
