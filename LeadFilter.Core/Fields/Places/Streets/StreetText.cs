using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>
/// Tidies the text of a street, as USPS Publication 28 writes it: single spaces, a space after a comma, no dots behind abbreviations (N.W.
/// is NW), <c>PO Box</c> for all its spellings, the number close behind #.
/// </summary>
internal static class StreetText
{
    /// <summary>How a post office box is written.</summary>
    public const string Box = "PO Box";

    /// <summary>The most characters of a street that are read.</summary>
    public const int MaxCharacters = 200;

    /// <summary>Room enough for any tidy text.</summary>
    public const int Room = (2 * MaxCharacters) + 8;

    // Facts: USPS Publication 28, section 283, has PO Box for lock boxes, drawers, bins and callers as well; apartado is Spanish.
    private static readonly string[] BoxWords =
    [
        "post office box", "post office bx", "post office drawer", "postal box", "post box", "p o box", "p 0 box", "po box", "p0 box",
        "p o bx", "po bx", "pobx", "p obox", "pobox", "p0box", "p o drawer", "po drawer", "pob", "p o b",
    ];

    // What is a box only before its number.
    private static readonly string[] BoxWordsBeforeNumber = ["post office", "p o", "po"];

    // What is one only at the beginning, before its number.
    private static readonly string[] BoxWordsInFront =
    [
        "box", "bx", "lock box", "lockbox", "drawer", "bin", "firm caller", "caller", "apartado postal", "apartado", "apdo postal", "apdo",
    ];

    /// <summary>Writes the tidy text.</summary>
    /// <param name="text">The text, trimmed, of at most <see cref="MaxCharacters"/>.</param>
    /// <param name="destination">Takes <see cref="Room"/>.</param>
    /// <returns>The part of the destination that holds it; empty if nothing but signs is there.</returns>
    public static Span<char> Tidy(ReadOnlySpan<char> text, Span<char> destination)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c))
            {
                destination[length++] = c;
            }
            else if (c == '.' && !(IsDigit(text, i - 1) && IsDigit(text, i + 1)) && !IsMark(text, i + 1))
            {
                // N.W. is one word, St.Charles are two.
                if (IsLetter(text, i + 1) && IsLetter(text, i - 1) && IsLetter(text, i - 2))
                {
                    Space(destination, ref length);
                }
            }
            else if (char.IsWhiteSpace(c) || (c == '-' && IsDigit(text, i - 1) && IsFraction(text[(i + 1)..])))
            {
                // 12-1/2 is 12 1/2.
                Space(destination, ref length);
            }
            else if (c is ',' or ';')
            {
                length = destination[..length].TrimEnd(", ").Length;
                if (length > 0)
                {
                    destination[length++] = ',';
                    destination[length++] = ' ';
                }
            }
            else
            {
                destination[length++] = c;
            }
        }

        return WithBox(destination, destination[..length].Trim(", ").Length);
    }

    private static void Space(Span<char> destination, ref int length)
    {
        if (length > 0 && destination[length - 1] is not (' ' or '#'))
        {
            destination[length++] = ' ';
        }
    }

    private static bool IsDigit(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);

    private static bool IsFraction(ReadOnlySpan<char> text) =>
        text.Length >= 3 && StreetNumber.IsFraction(text[..3]) && (text.Length == 3 || !char.IsAsciiLetterOrDigit(text[3]));

    private static bool IsMark(ReadOnlySpan<char> text, int at) => at < text.Length && LatinLetters.IsMark(text[at]);

    private static bool IsLetter(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length && char.IsLetter(text[at]);

    private static Span<char> WithBox(Span<char> room, int length)
    {
        ReadOnlySpan<char> text = room[..length];
        for (var at = 0; at < length; at++)
        {
            // Only a word that begins with P and O, or P alone, can be one; at the beginning, words of other letters too.
            if ((at > 0 && text[at - 1] is not (' ' or ',')) || BoxWordLength(text[at..], at == 0) is not (> 0 and var count))
            {
                continue;
            }

            // What follows moves to its place behind the six letters.
            var rest = WithoutMark(text[(at + count)..]);
            var tail = at + Box.Length + (rest.IsEmpty ? 0 : 1);
            rest.CopyTo(room[tail..]);
            Box.CopyTo(room[at..]);
            if (!rest.IsEmpty)
            {
                room[tail - 1] = ' ';
            }

            return room[..(tail + rest.Length)];
        }

        return room[..length];
    }

    // PO Box #12, PO Box No 12.
    private static ReadOnlySpan<char> WithoutMark(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(" #:,");
        return rest.StartsWith("no ", StringComparison.OrdinalIgnoreCase) && IsDigit(rest, 3) ? rest[3..] : rest;
    }

    private static int BoxWordLength(ReadOnlySpan<char> text, bool isInFront)
    {
        var isP = text.Length > 1 && (text[0] | 0x20) == 'p' && (text[1] | 0x20) is 'o' or ' ' or '0';
        if (isP && Longest(BoxWords, text) is > 0 and var length)
        {
            return length;
        }

        if (isP && Longest(BoxWordsBeforeNumber, text) is > 0 and var shorter && IsDigit(text[shorter..].TrimStart(" #:"), 0))
        {
            return shorter;
        }

        return isInFront && (text[0] | 0x20) is 'b' or 'l' or 'd' or 'f' or 'c' or 'a'
            && Longest(BoxWordsInFront, text) is > 0 and var first && IsWholeBox(text[first..])
            ? first
            : 0;
    }

    private static int Longest(string[] words, ReadOnlySpan<char> text)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && (text.Length == word.Length || !char.IsLetter(text[word.Length])))
            {
                return word.Length;
            }
        }

        return 0;
    }

    // Box 54, or Box 54, Cordova: not Box 15 RR 2, which is a route's, nor Box 5 Ranch Rd.
    private static bool IsWholeBox(ReadOnlySpan<char> rest)
    {
        rest = WithoutMark(rest);
        var end = rest.IndexOfAny(' ', ',');
        if (!IsDigit(rest, 0) || end < 0)
        {
            return IsDigit(rest, 0);
        }

        var behind = rest[end..].TrimStart(", ");
        var first = behind.IndexOf(' ') is >= 0 and var space ? behind[..space] : behind;
        Span<char> word = stackalloc char[MaxCharacters];
        var isRoute = first.Length <= MaxCharacters && first.ToLowerInvariant(word) is > 0 and var count
            && StreetWords.Find(word[..count]) is >= 0 and var place
            && (StreetWords.At(place).Kind & (StreetWordKind.Route | StreetWordKind.Numbered)) != StreetWordKind.None;
        return rest[end] == ',' && !isRoute;
    }
}
