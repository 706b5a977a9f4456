using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Names;

/// <summary>What a name tells about whether it is somebody's. Each fact is looked up only when it is asked for.</summary>
internal static class FakeNames
{
    private const int LeastWithoutVowel = 5;
    private const int LeastConsonants = 6;

    private static readonly Lazy<TextSet> TestFirstNames = new(static () => new(static () => FakeNameLists.TestFirstNames));
    private static readonly Lazy<TextSet> TestLastNames = new(static () => new(static () => FakeNameLists.TestLastNames));
    private static readonly Lazy<TextSet> Placeholders = new(static () => new(static () => FakeNameLists.Placeholders));
    private static readonly Lazy<TextSet> FigureWords = new(static () => new(static () => FakeNameLists.FigureWords));
    private static readonly Lazy<TextSet> Figures = new(static () => new(static () => FigureNameList.Text));
    private static readonly Lazy<TextSet> Celebrities = new(static () => new(static () => CelebrityNameList.Text));

    /// <summary>Whether it is a word for trying a form out, or a placeholder: test, asdf, n/a, John Doe.</summary>
    /// <param name="text">The canonical text.</param>
    /// <param name="kind">What the field holds.</param>
    public static bool IsTest(ReadOnlySpan<char> text, NameKind kind)
    {
        var key = NameKey.Write(text, stackalloc char[NameKey.MostCharacters]);
        if (text.Equals("n/a", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var isFirst = kind != NameKind.Last;
        for (var rest = key; !rest.IsEmpty;)
        {
            if ((isFirst ? TestFirstNames : TestLastNames).Value.Contains(NameKey.NextWord(ref rest)))
            {
                return true;
            }

            isFirst = kind == NameKind.First;
        }

        return IsWhole(text, key, kind, Placeholders.Value);
    }

    /// <summary>Whether it is a figure of a cartoon, a tale, a film or a game: Mickey Mouse.</summary>
    /// <param name="text">The canonical text.</param>
    /// <param name="kind">What the field holds.</param>
    public static bool IsFigure(ReadOnlySpan<char> text, NameKind kind)
    {
        var key = NameKey.Write(text, stackalloc char[NameKey.MostCharacters]);
        if (kind != NameKind.Last)
        {
            var end = key.IndexOf(' ');
            if (FigureWords.Value.Contains(end < 0 ? key : key[..end]))
            {
                return true;
            }
        }

        return IsWhole(text, key, kind, Figures.Value);
    }

    /// <summary>Whether it is the name of somebody famous: Elvis Presley.</summary>
    /// <param name="text">The canonical text.</param>
    /// <param name="kind">What the field holds.</param>
    public static bool IsCelebrity(ReadOnlySpan<char> text, NameKind kind) =>
        IsWhole(text, NameKey.Write(text, stackalloc char[NameKey.MostCharacters]), kind, Celebrities.Value);

    /// <summary>Whether one of its words was typed at random: Asdf, Qwerty, Aaaa, Dfgkjh.</summary>
    /// <param name="text">The canonical text.</param>
    public static bool IsMash(ReadOnlySpan<char> text)
    {
        var rest = NameKey.Write(text, stackalloc char[NameKey.MostCharacters]);
        while (!rest.IsEmpty)
        {
            var word = NameKey.NextWord(ref rest);

            // III is a suffix.
            if (word is not "iii" && !word.Contains('?') && KeyboardMash.IsMash(word, LeastWithoutVowel, LeastConsonants))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is one letter, as an initial is.</summary>
    /// <param name="text">The canonical text.</param>
    public static bool IsInitial(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLetter(c) || char.IsSurrogate(c))
            {
                // One sign of another script may be a whole name.
                letters += char.IsUpper(c) || char.IsLower(c) ? 1 : 2;
            }
        }

        return letters == 1;
    }

    /// <summary>Whether it has a digit that does not count generations, as in 3rd.</summary>
    /// <param name="text">The canonical text.</param>
    public static bool HasDigits(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsDigit(text[i]) && !(i + 2 < text.Length && text.Slice(i + 1, 2) is "rd" or "nd" or "th" or "st" && (i == 0 || text[i - 1] == ' ')))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it has a letter.</summary>
    /// <param name="text">The canonical text.</param>
    public static bool HasLetters(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is nobody's name by any of these, or has no letter.</summary>
    /// <param name="text">The canonical text.</param>
    /// <param name="kind">What the field holds.</param>
    public static bool IsFake(ReadOnlySpan<char> text, NameKind kind) =>
        !HasLetters(text) || IsMash(text) || IsTest(text, kind) || IsFigure(text, kind) || IsCelebrity(text, kind) || ProfaneNames.IsProfane(text, kind);

    /// <summary>Whether the whole of a name, or its first and last names without what stands between and around them, is in a list.</summary>
    /// <param name="text">The canonical text.</param>
    /// <param name="key">Its key.</param>
    /// <param name="kind">What the field holds.</param>
    /// <param name="names">The list.</param>
    internal static bool IsWhole(ReadOnlySpan<char> text, ReadOnlySpan<char> key, NameKind kind, TextSet names)
    {
        if (names.Contains(key))
        {
            return true;
        }

        // Two words without a comma are the first and the last name.
        if (kind != NameKind.Full || (key.Count(' ') == 1 && !text.Contains(',')))
        {
            return false;
        }

        var split = FullName.Split(text);
        if (split.First.Length == 0 || split.Last.Length == 0)
        {
            return false;
        }

        Span<char> both = stackalloc char[(2 * NameKey.MostCharacters) + 1];
        var length = NameKey.Write(split.First.Of(text), both).Length;
        both[length++] = ' ';
        length += NameKey.Write(split.Last.Of(text), both[length..]).Length;
        return names.Contains(both[..length]);
    }
}
