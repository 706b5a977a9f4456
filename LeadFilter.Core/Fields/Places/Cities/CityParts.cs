using LeadFilter.Core.Fields.Flags;

namespace LeadFilter.Core.Fields.Places.Cities;

/// <summary>What can be told from a canonical city.</summary>
internal static class CityParts
{
    /// <summary>The parts.</summary>
    public static readonly IReadOnlyList<FieldPart> All =
    [
        Flag(
            "fake",
            "Whether it is a placeholder (unknown, n/a, Anytown), a fictional town (Gotham City), typed at random or obscene.",
            FakeCities.IsFake),
        Flag("mash", "Whether a word of it was typed at random: asdf, qwerty, aaaa.", PlaceWords.IsMash),
        Flag("has_digits", "Whether it has a digit.", PlaceWords.HasDigit),
    ];

    private static FieldPart Flag(string name, string description, Func<ReadOnlySpan<char>, bool> holds) =>
        new(name, BooleanType.Instance, description, (in value, _) => FieldValue.OfNumber(value.Raw!, holds(value.Text) ? 1 : 0));
}
