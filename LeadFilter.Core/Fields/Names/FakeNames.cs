using LeadFilter.Core.Data;
using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Names;

/// <summary>What a name tells about whether it is somebody's. Each fact is looked up only when it is asked for.</summary>
internal static class FakeNames
{
    private const int MinWithoutVowel = 5;
    private const int MinConsonants = 6;

    // Names in the form of NameKey. Left out is what many people are really called: Charlie Brown, Peter Parker, Michael Jordan, and the
    // family names Null, Doe, Sample, Tester, Mouse and Duck. A celebrity is so famous that hardly anybody else is called so.
    private static readonly TextSet TestFirstNames = new(new EmbeddedFile("test-first-names.txt").Read);
    private static readonly TextSet TestLastNames = new(new EmbeddedFile("test-last-names.txt").Read);
    private static readonly TextSet Placeholders = new(new EmbeddedFile("placeholder-names.txt").Read);
    private static readonly TextSet FigureWords = new(new EmbeddedFile("figure-words.txt").Read);
    private static readonly TextSet Figures = new(new EmbeddedFile("figures.txt").Read);
    private static readonly TextSet Celebrities = new(new EmbeddedFile("celebrities.txt").Read);

    /// <summary>Whether it is a word for trying a form out, or a placeholder: test, asdf, n/a, John Doe.</summary>
    /// <param name="name">The name.</param>
    public static bool IsTest(in SoughtName name)
    {
        if (name.Text.Equals("n/a", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var isFirst = name.Kind != NameKind.Last;
        for (var rest = name.Key; !rest.IsEmpty;)
        {
            if ((isFirst ? TestFirstNames : TestLastNames).Contains(NameKey.NextWord(ref rest)))
            {
                return true;
            }

            isFirst = name.Kind == NameKind.First;
        }

        return name.IsIn(Placeholders);
    }

    /// <summary>Whether it is a fictional character from a cartoon, story, film or game: Mickey Mouse.</summary>
    /// <param name="name">The name.</param>
    public static bool IsFigure(in SoughtName name)
    {
        var rest = name.Key;
        return (name.Kind != NameKind.Last && FigureWords.Contains(NameKey.NextWord(ref rest))) || name.IsIn(Figures);
    }

    /// <summary>Whether it is the name of a celebrity: Elvis Presley.</summary>
    /// <param name="name">The name.</param>
    public static bool IsCelebrity(in SoughtName name) => name.IsIn(Celebrities);

    /// <summary>Whether one of its words was typed at random: Asdf, Qwerty, Aaaa, Dfgkjh.</summary>
    /// <param name="key">The name as <see cref="NameKey"/> writes it.</param>
    public static bool IsMash(ReadOnlySpan<char> key)
    {
        while (!key.IsEmpty)
        {
            var word = NameKey.NextWord(ref key);

            // III is a suffix.
            if (word is not "iii" && !word.Contains('?') && KeyboardMash.IsMash(word, MinWithoutVowel, MinConsonants))
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
            if (char.IsDigit(text[i])
                && !(i + 2 < text.Length && text.Slice(i + 1, 2) is "rd" or "nd" or "th" or "st" && (i == 0 || text[i - 1] == ' ')))
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
    /// <param name="name">The name.</param>
    public static bool IsFake(in SoughtName name) =>
        !HasLetters(name.Text) || IsMash(name.Key) || IsTest(name) || IsFigure(name) || IsCelebrity(name) || ProfaneNames.IsProfane(name);
}
