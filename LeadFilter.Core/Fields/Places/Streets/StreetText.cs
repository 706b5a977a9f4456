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

    private static readonly string[] BoxWords = ["post office box", "p o box", "po box", "p obox", "pobox", "pob", "p o b"];

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
            else if (char.IsWhiteSpace(c))
            {
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

    private static bool IsMark(ReadOnlySpan<char> text, int at) => at < text.Length && LatinLetters.IsMark(text[at]);

    private static bool IsLetter(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length && char.IsLetter(text[at]);

    private static Span<char> WithBox(Span<char> room, int length)
    {
        ReadOnlySpan<char> text = room[..length];
        for (var at = 0; at < length; at++)
        {
            // Only a word that begins with P and O, or P alone, can be one.
            if ((text[at] | 0x20) != 'p' || (at > 0 && text[at - 1] is not (' ' or ','))
                || at + 1 == length || (text[at + 1] | 0x20) is not ('o' or ' '))
            {
                continue;
            }

            if (BoxWordLength(text[at..]) is not (> 0 and var count))
            {
                continue;
            }

            // What follows moves to its place behind the six letters.
            var rest = text[(at + count)..].TrimStart(" #:,");
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

    private static int BoxWordLength(ReadOnlySpan<char> text)
    {
        foreach (var word in BoxWords)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && (text.Length == word.Length || !char.IsLetter(text[word.Length])))
            {
                return word.Length;
            }
        }

        return 0;
    }
}
