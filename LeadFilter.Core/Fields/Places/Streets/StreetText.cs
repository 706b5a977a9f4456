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
    public const int MostCharacters = 200;

    /// <summary>Room enough for any tidy text.</summary>
    public const int Room = (2 * MostCharacters) + 8;

    private static readonly string[] BoxWords = ["post office box", "p o box", "po box", "p obox", "pobox", "pob", "p o b"];

    /// <summary>Writes the tidy text.</summary>
    /// <param name="text">The text, trimmed, of at most <see cref="MostCharacters"/>.</param>
    /// <param name="destination">Takes <see cref="Room"/>.</param>
    /// <returns>The part of the destination that holds it; empty if nothing but signs is there.</returns>
    public static Span<char> Tidy(ReadOnlySpan<char> text, Span<char> destination)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '.' && !(IsDigit(text, i - 1) && IsDigit(text, i + 1)))
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

    private static bool IsLetter(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length && char.IsLetter(text[at]);

    private static Span<char> WithBox(Span<char> room, int length)
    {
        ReadOnlySpan<char> text = room[..length];
        if (text.IndexOfAny('p', 'P') < 0)
        {
            return room[..length];
        }

        foreach (var word in BoxWords)
        {
            var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            var end = at + word.Length;
            if (at < 0 || (at > 0 && text[at - 1] is not (' ' or ',')) || (end < length && char.IsLetter(text[end])))
            {
                continue;
            }

            // What follows moves to its place behind the six letters.
            var rest = text[end..].TrimStart(" #:,");
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
}
