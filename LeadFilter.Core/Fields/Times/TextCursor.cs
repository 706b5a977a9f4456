using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Times;

/// <summary>Takes pieces off the front of a text.</summary>
internal static class TextCursor
{
    /// <summary>Takes digits.</summary>
    /// <param name="text">The text; afterwards what is left of it.</param>
    /// <param name="max">How many digits to take at most, up to 18; if there are more, the rest stays.</param>
    /// <param name="number">Their value.</param>
    /// <returns>How many were taken.</returns>
    public static int TakeNumber(ref ReadOnlySpan<char> text, int max, out long number)
    {
        number = 0;
        var count = 0;
        while (count < max && count < text.Length && char.IsAsciiDigit(text[count]))
        {
            number = (number * 10) + (text[count++] - '0');
        }

        text = text[count..];
        return count;
    }

    /// <summary>Takes decimals of a second, if any: a point or comma and digits.</summary>
    /// <param name="text">The text; afterwards what is left of it.</param>
    /// <returns>Milliseconds, cut off.</returns>
    public static int TakeMilliseconds(ref ReadOnlySpan<char> text)
    {
        if (text is not ['.' or ',', >= '0' and <= '9', ..])
        {
            return 0;
        }

        text = text[1..];
        var count = TakeNumber(ref text, 3, out var number);
        text = text[AsciiDigits.CountAtStart(text)..];
        return (int)(count == 1 ? number * 100 : count == 2 ? number * 10 : number);
    }

    /// <summary>Takes letters.</summary>
    /// <param name="text">The text; afterwards what is left of it.</param>
    /// <returns>The letters.</returns>
    public static ReadOnlySpan<char> TakeWord(ref ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiLetter(text[count]))
        {
            count++;
        }

        var word = text[..count];
        text = text[count..];
        return word;
    }

    /// <summary>Takes white space, dots and commas.</summary>
    /// <param name="text">The text; afterwards what is left of it.</param>
    public static void SkipPunctuation(ref ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && (text[count] is '.' or ',' || char.IsWhiteSpace(text[count])))
        {
            count++;
        }

        text = text[count..];
    }

    /// <summary>Whether a word is a name or an abbreviation of it that has at least three letters.</summary>
    /// <param name="word">The word, of ASCII letters.</param>
    /// <param name="names">The names, in small letters.</param>
    /// <returns>The name's place in the list; -1 if none fits.</returns>
    public static int IndexOfName(ReadOnlySpan<char> word, ReadOnlySpan<string> names)
    {
        if (word.Length < 3)
        {
            return -1;
        }

        var initial = (char)(word[0] | 0x20);
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i][0] == initial && names[i].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
