namespace LeadFilter.Core.Fields.Phones.Reading;

/// <summary>The part of a text that may be a telephone number.</summary>
internal static class PhoneCandidate
{
    /// <summary>What comes before an ISDN subaddress.</summary>
    public const string Subaddress = ";isub=";

    /// <summary>Finds it: from the first plus sign or digit to the last digit, letter or #, and only the first of two numbers.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Empty if there is none. A slice of the text unless it is a <c>tel:</c> address with a context.</returns>
    public static ReadOnlySpan<char> In(ReadOnlySpan<char> text)
    {
        var candidate = text.IndexOf(TelephoneContext.Mark) is >= 0 and var mark
            ? TelephoneContext.NumberOf(text, mark)
            : Second(End(Start(text)));
        return candidate.IndexOf(Subaddress) is > 0 and var subaddress ? candidate[..subaddress] : candidate;
    }

    private static ReadOnlySpan<char> Start(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (PhoneCharacter.DigitOf(text[i]) >= 0 || PhoneCharacter.IsPlus(text[i]))
            {
                return text[i..];
            }
        }

        return default;
    }

    private static ReadOnlySpan<char> End(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] != '#' && !char.IsAsciiLetterOrDigit(text[end - 1]) && PhoneCharacter.DigitOf(text[end - 1]) < 0)
        {
            end--;
        }

        return text[..end];
    }

    // "415 555 0132 x4/x5" are two numbers that differ in the extension.
    private static ReadOnlySpan<char> Second(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '/' or '\\' && text[(i + 1)..].TrimStart(' ').StartsWith('x'))
            {
                return text[..i];
            }
        }

        return text;
    }
}
