using LeadFilter.Core.Fields.Flags;

namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>What can be told from a canonical street.</summary>
internal static class StreetParts
{
    /// <summary>The parts.</summary>
    public static readonly IReadOnlyList<FieldPart> All =
    [
        new("number", StringType.Instance, "The house number: 123, 12 1/2, 5A; of a box its number; missing without one.",
            static (in value, _) => Slice(value, StreetSplit.Of(value.Text).Number)),
        new(
            "name",
            StringType.Instance,
            "The street: N Main St; missing for a box.",
            static (in value, _) => Slice(value, StreetSplit.Of(value.Text).Name)),
        new("unit", StringType.Instance, "The apartment, suite or unit: Apt 4B, #12; missing without one.",
            static (in value, _) => Unit(value, StreetSplit.Of(value.Text))),
        new("identity", StringType.Instance, "One text for all spellings of the street, to find duplicates by: 123 n main st 4b.",
            static (in value, _) => StreetIdentity.Of(value.Text) is { Length: > 0 } identity
                ? FieldValue.Valid(value.Raw!, identity)
                : FieldValue.Missing),
        Flag("po_box", "Whether it is a post office box.", static text => StreetSplit.Of(text).IsBox),
        Flag("has_number", "Whether it has a house number, or a box's.", static text => !StreetSplit.Of(text).Number.Equals(default)),
        Flag(
            "fake",
            "Whether it is a placeholder (none, n/a, 123 Fake St), a fictional address (742 Evergreen Terrace), typed at random or "
                + "obscene, or has no letter.",
            FakeStreets.IsFake),
        Flag(
            "borrowed",
            "Whether it exists, but is given by more people than live there: 123 Main St, 1600 Pennsylvania Ave, 10 Downing St.",
            FakeStreets.IsBorrowed),
        Flag("mash", "Whether a word of it was typed at random: asdf, qwerty, aaaa.", FakeStreets.IsMash),
    ];

    private static FieldValue Slice(in FieldValue value, Range range) =>
        range.Equals(default) ? FieldValue.Missing : value.Part(range.Start.Value, range.End.Value - range.Start.Value);

    // Bldg 2, 12 Elm St Apt 3: the two stand apart.
    private static FieldValue Unit(in FieldValue value, in StreetSplit split)
    {
        ReadOnlySpan<Range> stretches = [split.LeadingUnit, split.MiddleUnit, split.Unit];
        var (only, count) = (default(Range), 0);
        foreach (var stretch in stretches)
        {
            if (!stretch.Equals(default))
            {
                (only, count) = (stretch, count + 1);
            }
        }

        return count < 2 ? Slice(value, only) : FieldValue.Valid(value.Raw!, Joined(value.Text, stretches));
    }

    private static string Joined(ReadOnlySpan<char> text, ReadOnlySpan<Range> stretches)
    {
        var joined = "";
        foreach (var stretch in stretches)
        {
            joined = stretch.Equals(default) ? joined : joined.Length == 0 ? text[stretch].ToString() : $"{joined}, {text[stretch]}";
        }

        return joined;
    }

    private static FieldPart Flag(string name, string description, Func<ReadOnlySpan<char>, bool> holds) =>
        new(name, BooleanType.Instance, description, (in value, _) => FieldValue.OfNumber(value.Raw!, holds(value.Text) ? 1 : 0));
}
