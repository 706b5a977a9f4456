using System.Runtime.InteropServices;

namespace LeadFilter.Core.Fields.Phones.Reading;

/// <summary>
/// How far a text has the form of a telephone number: plus signs, three digits with punctuation between them, then digits, punctuation
/// and letters. An extension may follow.
/// </summary>
/// <param name="Earliest">Where the number may end at the earliest, after its third digit; past the text if it has fewer.</param>
/// <param name="Latest">Where it ends at the latest; -1 if it is none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PhoneShape(int Earliest, int Latest)
{
    private const int MinDigits = 3;

    /// <summary>Measures a text.</summary>
    /// <param name="text">The text.</param>
    public static PhoneShape Of(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && PhoneCharacter.IsPlus(text[at]))
        {
            at++;
        }

        var count = 0;
        for (; at < text.Length && count < MinDigits; at++)
        {
            if (PhoneCharacter.DigitOf(text[at]) >= 0)
            {
                count++;
            }
            else if (!PhoneCharacter.IsPunctuation(text[at]))
            {
                break;
            }
        }

        if (count < MinDigits)
        {
            return new(text.Length + 1, -1);
        }

        var earliest = at;
        while (at < text.Length
            && (char.IsAsciiLetterOrDigit(text[at]) || PhoneCharacter.IsPunctuation(text[at]) || PhoneCharacter.DigitOf(text[at]) >= 0))
        {
            at++;
        }

        return new(earliest, at);
    }

    /// <summary>Whether the whole text may be a telephone number. Two digits and nothing else may be one, too.</summary>
    /// <param name="text">The text measured.</param>
    /// <param name="joins">Whether its end is an extension that can follow on the number.</param>
    public bool IsViable(ReadOnlySpan<char> text, bool joins) =>
        Latest == text.Length || joins
        || (text.Length == 2 && PhoneCharacter.DigitOf(text[0]) >= 0 && PhoneCharacter.DigitOf(text[1]) >= 0);
}
