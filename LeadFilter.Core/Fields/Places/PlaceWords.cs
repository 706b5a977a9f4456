using LeadFilter.Core.Fields.Lists;
using LeadFilter.Core.Fields.Names;

namespace LeadFilter.Core.Fields.Places;

/// <summary>What the words of a city or street tell.</summary>
internal static class PlaceWords
{
    private const int MinWithoutVowel = 5;
    private const int MinConsonants = 6;

    private static readonly TextSet RealWords = new(static () => RealWordList);

    // Towns and streets are called so: Hooker (Oklahoma), Coon Rapids, Dildo (Newfoundland), Felch (Michigan), Cumming (Georgia),
    // Chorlton-cum-Hardy, Wank, Cock Lane (London).
    private static ReadOnlySpan<byte> RealWordList =>
        """
        butt
        cock
        cocks
        coon
        cum
        cumming
        dick
        dildo
        felch
        hooker
        intercourse
        poon
        quim
        tit
        wank
        """u8;

    /// <summary>Whether a text has a letter.</summary>
    /// <param name="text">Any text.</param>
    public static bool HasLetter(ReadOnlySpan<char> text)
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

    /// <summary>Whether a text has a digit from 0 to 9.</summary>
    /// <param name="text">Any text.</param>
    public static bool HasDigit(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word of it was typed at random.</summary>
    /// <param name="text">The canonical text.</param>
    public static bool IsMash(ReadOnlySpan<char> text)
    {
        var rest = NameKey.Write(text, stackalloc char[NameKey.MaxCharacters]);
        while (!rest.IsEmpty)
        {
            var word = NameKey.NextWord(ref rest);

            if (IsMashWord(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word was typed at random.</summary>
    /// <param name="word">A word of a <see cref="NameKey"/>. III is a number, JBPHH a base in Hawaii.</param>
    public static bool IsMashWord(ReadOnlySpan<char> word) =>
        word is not ("iii" or "jbphh") && !word.Contains('?') && KeyboardMash.IsMash(word, MinWithoutVowel, MinConsonants);

    /// <summary>Whether a word of it is obscene and no place's name.</summary>
    /// <param name="text">The canonical text.</param>
    public static bool IsObscene(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny(" -,/");
            var word = end < 0 ? text : text[..end];
            if (Profanity.IsObsceneWord(word) && !RealWords.Contains(word))
            {
                return true;
            }

            text = end < 0 ? default : text[(end + 1)..];
        }

        return false;
    }
}
