using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>
/// One text for all spellings of a street, by which duplicates and suppression lists know it: words in small letters without accents and
/// signs, abbreviated as USPS Publication 28 does, and a flat's number at the end, without the word that announces it.
/// </summary>
internal static class StreetIdentity
{
    /// <summary>Writes it: <c>123 n main st 4b</c>.</summary>
    /// <param name="text">The canonical text of a street, and of its flat behind it.</param>
    /// <returns>Empty if the text only announces a flat: <c>Apt</c>.</returns>
    public static string Of(ReadOnlySpan<char> text)
    {
        Span<char> identity = stackalloc char[2 * StreetText.Room];
        Span<char> room = stackalloc char[StreetText.Room];
        var (length, words, leadingFlat, isFlat, moves) = (0, 0, 0, false, false);
        while (NextWord(ref text, room) is > 0 and var end)
        {
            ReadOnlySpan<char> word = room[..end];
            if (StreetWords.IsFlatMark(word) || (word is StreetWords.Flat && IsFlatNumber(text)))
            {
                isFlat = true;
                continue;
            }

            if (MarkLength(word) is > 0 and var mark)
            {
                word = word[mark..];
                isFlat = true;
            }

            // Unit 4, 12 Elm St: the flat is written last. No. 4 5th Ave has a house number.
            moves |= words == 1 && leadingFlat > 0 && char.IsAsciiDigit(word[0]) && !StreetWords.IsOrdinal(word);
            Append(StreetWords.Short(word), identity, ref length);
            leadingFlat = words == 0 && isFlat ? length : leadingFlat;
            (words, isFlat) = (words + 1, false);
        }

        return moves ? $"{identity[(leadingFlat + 1)..length]} {identity[..leadingFlat]}" : identity[..length].ToString();
    }

    /// <summary>
    /// As identities for suppression lists were written until 2026-11-30, with fewer abbreviations and a flat's number wherever it stood:
    /// entries of that time are stored under it, and an opt-out holds for good.
    /// </summary>
    /// <param name="text">The canonical text of a street, and of its flat behind it.</param>
    public static string FormerOf(ReadOnlySpan<char> text)
    {
        Span<char> identity = stackalloc char[2 * StreetText.Room];
        Span<char> room = stackalloc char[StreetText.Room];
        var length = 0;
        while (NextWord(ref text, room) is > 0 and var end)
        {
            if (!StreetWords.IsFlatMark(room[..end]))
            {
                Append(StreetWords.FormerShort(room[..end]), identity, ref length);
            }
        }

        return identity[..length].ToString();
    }

    // Writes it in small letters without accents, apostrophes and dots; # is a word. Its length is zero at the end of the text.
    private static int NextWord(ref ReadOnlySpan<char> text, scoped Span<char> room)
    {
        var length = 0;
        while (!text.IsEmpty)
        {
            var c = text[0];
            if (LatinLetters.BaseOf(c) is not '\0' and var letter)
            {
                room[length++] = letter;
            }
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                room[length++] = char.ToLowerInvariant(c);
            }
            else if (length > 0 && !IsSilent(c))
            {
                break;
            }
            else if (c == '#')
            {
                room[length++] = c;
                text = text[1..];
                break;
            }

            text = text[1..];
        }

        return length;
    }

    private static bool IsSilent(char c) => c is '\'' or '\u2019' or '.' || LatinLetters.IsMark(c);

    // Apt4: the length of Apt.
    private static int MarkLength(ReadOnlySpan<char> word)
    {
        var digit = word.IndexOfAnyInRange('0', '9');
        return digit > 0 && (StreetWords.IsFlatMark(word[..digit]) || word[..digit] is StreetWords.Flat) ? digit : 0;
    }

    // Flat 2, Flat B; but not Flat Creek.
    private static bool IsFlatNumber(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" ,#");
        return !text.IsEmpty && (char.IsAsciiDigit(text[0]) || text.Length == 1 || !char.IsLetterOrDigit(text[1]));
    }

    private static void Append(ReadOnlySpan<char> word, Span<char> identity, ref int length)
    {
        if (length > 0)
        {
            identity[length++] = ' ';
        }

        word.CopyTo(identity[length..]);
        length += word.Length;
    }
}
