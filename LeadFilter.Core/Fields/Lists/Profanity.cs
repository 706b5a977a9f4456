using LeadFilter.Core.Data;

namespace LeadFilter.Core.Fields.Lists;

/// <summary>
/// English obscenities and slurs, by whole words, so that Scunthorpe and Cockburn are none. Letters may be replaced by what looks like them
/// (sh1t, a$$), one may be starred out (f*ck), and one may be drawn out (fuuuck). Source: docs/data.md.
/// </summary>
public static class Profanity
{
    private const int MaxWordLength = 32;
    private const int MinStarred = 4;

    private static readonly TextSet Words = new(new EmbeddedFile("obscene-words.txt").Read);

    /// <summary>Whether a text has an obscene word: a run of letters, digits and <c>@ $ ! *</c>.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsObscene(ReadOnlySpan<char> text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '@' or '$' or '!' or '*' or '\''))
            {
                continue;
            }

            if (IsObsceneWord(text[start..i]))
            {
                return true;
            }

            start = i + 1;
        }

        return false;
    }

    /// <summary>Whether a word is obscene.</summary>
    /// <param name="word">The word, in any case.</param>
    public static bool IsObsceneWord(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd("!.,'*");
        if (word.Length is < 3 or > MaxWordLength)
        {
            return false;
        }

        if (Words.Contains(word))
        {
            return true;
        }

        return !IsPlain(word) && IsObsceneWhenPlain(word);
    }

    // Letters only, and none three times in a row.
    private static bool IsPlain(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsAsciiLetter(word[i]) || (i >= 2 && word[i] == word[i - 1] && word[i] == word[i - 2]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsObsceneWhenPlain(ReadOnlySpan<char> word)
    {
        Span<char> plain = stackalloc char[MaxWordLength];
        var length = 0;
        var letters = 0;
        for (var i = 0; i < word.Length; i++)
        {
            // A letter three times or more is one that was drawn out.
            if (i >= 2 && word[i] == word[i - 1] && word[i] == word[i - 2])
            {
                length -= length >= 2 && plain[length - 1] == plain[length - 2] ? 1 : 0;
                continue;
            }

            letters += char.IsAsciiLetter(word[i]) ? 1 : 0;
            plain[length++] = Letter(word[i]);
        }

        plain = plain[..length];
        return letters >= 2 && (plain.Contains('*') ? IsStarred(plain) : Words.Contains(plain));
    }

    // f*ck, sh*t, c*nt: one letter in a word of four or more.
    private static bool IsStarred(Span<char> plain)
    {
        var star = plain.IndexOf('*');
        if (plain.Length < MinStarred || plain[(star + 1)..].Contains('*'))
        {
            return false;
        }

        foreach (var letter in "aeiou")
        {
            plain[star] = letter;
            if (Words.Contains(plain))
            {
                return true;
            }
        }

        return false;
    }

    private static char Letter(char c) => c switch
    {
        '@' or '4' => 'a',
        '3' => 'e',
        '1' or '!' => 'i',
        '0' => 'o',
        '$' or '5' => 's',
        '7' => 't',
        '*' => '*',
        _ => LatinLetters.BaseOf(c) is not '\0' and var letter ? letter : c,
    };
}
