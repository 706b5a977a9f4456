using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>One text for all spellings of a street: small letters without accents and commas, with the abbreviations of USPS Publication 28.</summary>
internal static class StreetIdentity
{
    /// <summary>Writes it: <c>123 n main st # 4b</c>.</summary>
    /// <param name="text">The canonical text.</param>
    public static string Of(ReadOnlySpan<char> text)
    {
        // A # and a space more for each #4B.
        Span<char> room = stackalloc char[(2 * StreetText.Room) + 2];
        var length = 0;
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny(' ', ',');
            var word = end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
            if (word is ['#', ..])
            {
                Append("#", room, ref length);
                word = word[1..];
            }

            Append(StreetWords.Short(word), room, ref length);
        }

        return room[..length].ToString();
    }

    private static void Append(ReadOnlySpan<char> word, Span<char> room, ref int length)
    {
        if (word.IsEmpty)
        {
            return;
        }

        if (length > 0)
        {
            room[length++] = ' ';
        }

        foreach (var c in word)
        {
            room[length++] = LatinLetters.BaseOf(c) is not '\0' and var letter ? letter : char.ToLowerInvariant(c);
        }
    }
}
