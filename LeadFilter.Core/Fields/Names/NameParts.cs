using LeadFilter.Core.Fields.Flags;

namespace LeadFilter.Core.Fields.Names;

/// <summary>What can be told from a canonical name.</summary>
internal static class NameParts
{
    private delegate NameSlice SliceOf(in FullName name);

    private delegate bool Judgement(in SoughtName name);

    /// <summary>The parts of a name.</summary>
    /// <param name="kind">What the field holds.</param>
    public static IReadOnlyList<FieldPart> Of(NameKind kind) => kind == NameKind.Full ? [.. Slices, .. Facts(kind)] : Facts(kind);

    private static IReadOnlyList<FieldPart> Slices { get; } =
    [
        Slice("salutation", "The title before the name: Mr., Dr.; missing without one.", static (in name) => name.Salutation),
        Slice("first", "The first name.", static (in name) => name.First),
        Slice("middle", "Middle names or initials; missing without one.", static (in name) => name.Middle),
        Slice("last", "The last name, with its particles: de la Cruz; missing if there is only one word.", static (in name) => name.Last),
        Slice("suffix", "The suffix after the name: Jr., III, MD; missing without one.", static (in name) => name.Suffix),
    ];

    private static FieldPart[] Facts(NameKind kind) =>
    [
        Flag("test", "Whether it is a test word or a placeholder: test, n/a, John Doe.", kind, FakeNames.IsTest),
        Flag("cartoon", "Whether it is a fictional character from a cartoon, story, film or game: Mickey Mouse.", kind, FakeNames.IsFigure),
        Flag("celebrity", "Whether it is the name of a celebrity: Elvis Presley.", kind, FakeNames.IsCelebrity),
        Flag("mash", "Whether a word of it was typed at random: asdf, qwerty, aaaa, dfgkjh.",
            text => FakeNames.IsMash(NameKey.Write(text, stackalloc char[NameKey.MaxCharacters]))),
        Flag("profane", "Whether it is obscene: whole words, including forms such as sh1t or f*ck, but not names such as Dick or Butt.",
            kind, ProfaneNames.IsProfane),
        Flag("initial_only", "Whether it is one letter.", FakeNames.IsInitial),
        Flag("has_digits", "Whether it has a digit, except in 2nd or 3rd.", FakeNames.HasDigits),
        Flag("fake", "Whether it is a test, a fictional character, a celebrity, typed at random or obscene, or has no letter.",
            kind, FakeNames.IsFake),
    ];

    private static FieldPart Flag(string name, string description, Func<ReadOnlySpan<char>, bool> holds) =>
        new(name, BooleanType.Instance, description, (in value, _) => FieldValue.OfNumber(value.Raw!, holds(value.Text) ? 1 : 0));

    private static FieldPart Flag(
        string name,
        string description,
        NameKind kind,
        Judgement holds) => new(name, BooleanType.Instance, description,
        (in value, _) => FieldValue.OfNumber(value.Raw!, holds(new(value.Text, kind, stackalloc char[SoughtName.Room])) ? 1 : 0));

    private static FieldPart Slice(
        string name,
        string description,
        SliceOf sliceOf) => new(name, StringType.Instance, description, (in value, _) =>
    {
        var slice = sliceOf(FullName.Split(value.Text));
        return slice.Length == 0 ? FieldValue.Missing : value.Part(slice.Start, slice.Length);
    });
}
