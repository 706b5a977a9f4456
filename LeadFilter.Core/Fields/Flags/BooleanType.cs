using System.Collections.Frozen;

namespace LeadFilter.Core.Fields.Flags;

/// <summary>True or false, as forms and vendors write it, without case.</summary>
public sealed class BooleanType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly BooleanType Instance = new();

    /// <summary>The words that mean true.</summary>
    internal static readonly IReadOnlyList<string> TrueWords =
    [
        "true", "t", "yes", "y", "1", "on", "checked", "agree", "agreed", "accept", "accepted", "consent", "consented", "given", "granted",
        "opt in", "opt-in", "opted in",
    ];

    /// <summary>The words that mean false.</summary>
    internal static readonly IReadOnlyList<string> FalseWords =
    [
        "false", "f", "no", "n", "0", "off", "unchecked", "disagree", "disagreed", "decline", "declined", "denied", "refused", "not given",
        "opt out", "opt-out", "opted out",
    ];

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Words =
        TrueWords.Select(word => (Word: word, Number: 1d)).Concat(FalseWords.Select(word => (Word: word, Number: 0d)))
            .ToFrozenDictionary(entry => entry.Word, entry => entry.Number, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private BooleanType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "boolean";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Flag;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw) =>
        Words.TryGetValue(raw.AsSpan().Trim(), out var number)
            ? FieldValue.OfNumber(raw, number)
            : FieldValue.Invalid(raw, "not yes or no");
}
