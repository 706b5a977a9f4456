using System.Buffers;

namespace LeadFilter.Core.Fields.Lists;

/// <summary>
/// Tells a word that was typed at random from one that means something: runs along the keyboard (asdf, qwerty), one letter or a group of
/// letters again and again (aaaa, asdasd), and letters that nobody can speak (dfgkjh). It knows the shapes of real names that come near:
/// Doherty, Wert, Goldschmidt, Szczepański, Smrž, Lulu.
/// </summary>
internal static class KeyboardMash
{
    private const int MaxWordLength = 64;

    private const int ShortRun = 4;
    private const int LongRun = 5;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyw");
    private static readonly SearchValues<char> HomeRow = SearchValues.Create("asdfghjkl");

    /// <summary>Whether one word looks like that.</summary>
    /// <param name="word">Letters from a to z.</param>
    /// <param name="leastWithoutVowel">How many letters without a vowel are too many.</param>
    /// <param name="leastConsonants">How many consonants in a row are too many, where sch, th and the like count as one.</param>
    public static bool IsMash(
        ReadOnlySpan<char> word,
        int leastWithoutVowel,
        int leastConsonants) => word.Length is >= 3 and <= MaxWordLength
        && (IsRepeated(word) || HasRun(word) || IsUnspeakable(word, leastWithoutVowel, leastConsonants));

    private static bool IsRepeated(ReadOnlySpan<char> word)
    {
        if (!word.ContainsAnyExcept(word[0]))
        {
            return true;
        }

        // Two letters three times, or twice if nobody can speak them, or three or four typed along a row twice: ababab, ghgh, asdasd,
        // but not Lulu or Tintin.
        for (var period = 2; period <= 4 && period * 2 <= word.Length; period++)
        {
            if (word[period..].SequenceEqual(word[..^period])
                && (word.Length >= period * 3 || IsAlongRow(word[..period]) || (period == 2 && !word.ContainsAny(Vowels))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAlongRow(ReadOnlySpan<char> letters)
    {
        for (var i = 1; i < letters.Length; i++)
        {
            if (Keyboard.StepInRow(letters[i - 1], letters[i]) == 0)
            {
                return false;
            }
        }

        return letters.Length > 2;
    }

    private static bool HasRun(ReadOnlySpan<char> word)
    {
        var (run, direction) = (1, 0);
        for (var i = 1; i < word.Length; i++)
        {
            var step = Keyboard.StepInRow(word[i - 1], word[i]);
            run = step == 0 ? 1 : step == direction ? run + 1 : 2;
            direction = step;
            if (run >= LongRun || (run == ShortRun && IsNoSyllable(word.Slice(i - ShortRun + 1, ShortRun))))
            {
                return true;
            }
        }

        return false;
    }

    // Four in a row of the lower two rows have no vowel between them; of the upper row, names hold erty (Doherty), wert and trew.
    private static bool IsNoSyllable(ReadOnlySpan<char> run) =>
        !Keyboard.IsInUpperRow(run[0]) || run is "qwer" or "rewq" or "uiop" or "poiu";

    private static bool IsUnspeakable(ReadOnlySpan<char> word, int leastWithoutVowel, int leastConsonants)
    {
        // Slavic names have syllables without a vowel, around an r or an l: Strnd, Smrk, Vlk.
        if (!word.ContainsAny(Vowels)
            && ((word.Length >= leastWithoutVowel && (word.Length > 6 || !word.ContainsAny('r', 'l')))
                || (word.Length >= LongRun && !word.ContainsAnyExcept(HomeRow))))
        {
            return true;
        }

        if (!HasConsonantsInRow(word, leastConsonants))
        {
            return false;
        }

        var (run, extra) = (0, 0);
        for (var i = 0; i < word.Length; i++)
        {
            // An r may be the vowel of a Slavic syllable: Čtvrtníček.
            extra = word[i] == 'r' ? 1 : extra;
            if (Vowels.Contains(word[i]))
            {
                (run, extra) = (0, 0);
            }
            else if (++run >= leastConsonants + extra)
            {
                return true;
            }
            else
            {
                i += SoundLength(word[i..]) - 1;
            }
        }

        return false;
    }

    // Whether so many letters that are no vowels follow each other, whatever they sound like together.
    private static bool HasConsonantsInRow(ReadOnlySpan<char> word, int min)
    {
        while (word.Length >= min)
        {
            var vowel = word.IndexOfAny(Vowels);
            if (vowel < 0 || vowel >= min)
            {
                return true;
            }

            word = word[(vowel + 1)..];
        }

        return false;
    }

    // How many letters stand for the consonant that comes first.
    private static int SoundLength(ReadOnlySpan<char> rest) => rest switch
    {
        ['t', 's', 'c', 'h', ..] => 4,
        ['s', 'c', 'h', ..] or ['t', 'c', 'h', ..] => 3,
        ['c', 'h', ..] or ['s', 'h', ..] or ['t', 'h', ..] or ['p', 'h', ..] or ['g', 'h', ..] or ['k', 'h', ..] or ['z', 'h', ..]
            or ['c', 'z', ..] or ['s', 'z', ..] or ['r', 'z', ..] or ['d', 'z', ..] or ['t', 'z', ..] or ['t', 's', ..]
            or ['c', 'k', ..] or ['n', 'g', ..] => 2,
        [var first, var second, ..] when first == second => 2,
        _ => 1,
    };
}
