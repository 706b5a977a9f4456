using LeadFilter.Core.Fields.Names;
using LeadFilter.Core.Fields.Places.Countries;

namespace LeadFilter.Core.Fields.Places;

/// <summary>
/// Gives the words of a city or street their usual case, in place: Winston-Salem, McAllen, Coeur d'Alene, Isle of Palms, 5th, NW. A word in
/// mixed case is left as its owner wrote it. What becomes of a word depends on its letters and its place alone, so doing it twice changes
/// nothing.
/// </summary>
internal static class PlaceCase
{
    private const int MaxSpecialLength = 6;
    private const int MaxRoadLetters = 3;
    private const int MaxRoadWord = 7;
    private const int ZipLength = 5;

    /// <summary>Writes the words.</summary>
    /// <param name="text">Words with spaces, hyphens, commas and slashes between them.</param>
    /// <param name="isStreet">Whether it is a street, with compass points, units and roads with numbers.</param>
    public static void Apply(Span<char> text, bool isStreet)
    {
        var start = 0;
        var isFirst = true;
        var (before, isRoad) = (' ', false);

        // Who writes Pas de la Casa knows the small words.
        var isMixed = !NameCase.IsOneCase(text);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !IsBetweenWords(text[i]))
            {
                continue;
            }

            var word = text[start..i];
            start = i + 1;
            if (word.IsEmpty)
            {
                continue;
            }

            if (char.IsAsciiDigit(word[0]))
            {
                WriteNumber(word);
            }
            else
            {
                // Big Sur ends with no small word.
                var isInside = !isFirst && before is ' ' or '-';
                var mayBeSmall = isInside && i < text.Length;
                if (NameCase.IsOneCase(word) && !(isMixed && mayBeSmall && IsOftenSmall(word)))
                {
                    NameCase.Lower(word);
                    if (isStreet && (IsStateCode(word, text[i..], before) || (isRoad && IsLettersOfRoad(word, text[i..]))))
                    {
                        Raise(word);
                    }
                    else
                    {
                        Write(word, isInside, mayBeSmall, isStreet);
                    }
                }

                (isFirst, isRoad) = (false, isStreet && IsRoad(word));
            }

            before = i < text.Length ? text[i] : ' ';
        }
    }

    private static bool IsBetweenWords(char c) => c is ' ' or '-' or '.' or ',' or '/' or '(' or ')' or '#' or '&' or '"' or '+';

    // 5TH -> 5th, 4b -> 4B.
    private static void WriteNumber(Span<char> word)
    {
        var letters = 1;
        while (letters < word.Length && char.IsAsciiDigit(word[letters]))
        {
            letters++;
        }

        var tail = word[letters..];
        Span<char> lower = stackalloc char[2];
        var isOrdinal = tail.Length == 2
            && char.IsAscii(tail[0])
            && char.IsAscii(tail[1])
            && ((ReadOnlySpan<char>)tail).ToLowerInvariant(lower) == 2
            && (ReadOnlySpan<char>)lower is "st" or "nd" or "rd" or "th";
        foreach (ref var c in tail)
        {
            c = isOrdinal ? char.ToLowerInvariant(c) : char.IsAscii(c) ? char.ToUpperInvariant(c) : c;
        }
    }

    private static void Write(Span<char> word, bool isInside, bool mayBeSmall, bool isStreet)
    {
        // N123W4567, I35.
        if ((isStreet && PlaceWords.HasDigit(word))
            || (word.Length <= MaxSpecialLength && (isStreet ? IsUpperInStreet(word) : IsUpperInCity(word, isInside))))
        {
            Raise(word);
            return;
        }

        if (mayBeSmall && IsSmall(word))
        {
            return;
        }

        // Coeur d'Alene, Val-d'Or.
        if (isInside && word is ['d' or 'l', '\'', _, _, ..])
        {
            NameCase.CapitalisePiece(word[2..]);
            return;
        }

        NameCase.CapitalisePiece(word);
    }

    private static void Raise(Span<char> word)
    {
        foreach (ref var c in word)
        {
            c = char.IsAscii(c) ? char.ToUpperInvariant(c) : c;
        }
    }

    // Austin, TX 78701: before a ZIP code, or behind the last comma.
    private static bool IsStateCode(ReadOnlySpan<char> word, ReadOnlySpan<char> behind, char before)
    {
        if (word.Length != 2 || before is not (' ' or ',' or '.'))
        {
            return word is "usa" && behind.IsEmpty;
        }

        var isBeforeZip = behind.Length > ZipLength
            && behind[0] is ' ' or ','
            && behind.TrimStart(", ") is { Length: >= ZipLength } zip
            && char.IsAsciiDigit(zip[0])
            && !zip[..ZipLength].ContainsAnyExceptInRange('0', '9')
            && (zip.Length == ZipLength || zip[ZipLength] is '-' or ',' or ' ');
        return isBeforeZip && States.Find(word, "US") >= 0;
    }

    private static bool IsRoad(ReadOnlySpan<char> word) =>
        word.Length <= MaxRoadWord
        && (word.Equals("highway", StringComparison.OrdinalIgnoreCase)
            || word.Equals("hwy", StringComparison.OrdinalIgnoreCase)
            || word.Equals("road", StringComparison.OrdinalIgnoreCase)
            || word.Equals("rd", StringComparison.OrdinalIgnoreCase)
            || word.Equals("route", StringComparison.OrdinalIgnoreCase)
            || word.Equals("rte", StringComparison.OrdinalIgnoreCase));

    // Highway AAA, County Road ZZ.
    private static bool IsLettersOfRoad(ReadOnlySpan<char> word, ReadOnlySpan<char> behind) =>
        word.Length <= MaxRoadLetters && !word.ContainsAnyExcept(word[0]) && (behind.IsEmpty || behind[0] == ',');

    private static bool IsSmall(ReadOnlySpan<char> word) =>
        word is "of" or "the" or "and" or "on" or "upon" or "by" or "in" or "le" or "du" or "des" or "de" or "del" or "les" or "sur"
            or "au" or "aux" or "en" or "am" or "an" or "der" or "im" or "under" or "next" or "cum" or "y" or "da" or "do" or "dos";

    private static bool IsOftenSmall(ReadOnlySpan<char> word) =>
        word is "la" or "las" or "los" or "el" or "al" or "di" or "della" or "delle" or "dei" or "das" or "bei" or "auf" or "nad" or "pod"
            or "et" or "lès" or "sous" or "sul" or "vor" or "zur" or "zum" or "or";

    // Bases of the armed forces have names that USPS writes so: McConnell AFB, JBSA Lackland, JBPHH.
    private static bool IsUpperInCity(ReadOnlySpan<char> word, bool isInside) =>
        word is "apo" or "fpo" or "dpo" or "afb" or "jbphh" or "jbsa" or "jber" || (isInside && word is "dc" or "ii" or "iii");

    private static bool IsUpperInStreet(ReadOnlySpan<char> word) =>
        word is "n" or "s" or "e" or "w" or "ne" or "nw" or "se" or "sw" or "dc" or "po" or "fm" or "cr" or "sr" or "us" or "rr" or "hc"
            or "ih" or "mlk" or "jfk" or "apo" or "fpo" or "dpo" or "psc" or "cmr" or "hcr" or "rfd" or "pmb" or "ii" or "iii" or "iv";
}
