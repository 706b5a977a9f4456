namespace LeadFilter.Core.Fields.Phones.Reading;

/// <summary>What single characters mean in a telephone number. Facts: libphonenumber's sets of characters.</summary>
internal static class PhoneCharacter
{
    // The digit on a telephone's key for A to Z (ITU E.161).
    private const string Keys = "22233344455566677778889999";

    /// <summary>The value of a Western, full-width, Arabic or Persian digit; -1 for another character.</summary>
    /// <param name="c">The character.</param>
    public static int DigitOf(char c) =>
        char.IsAsciiDigit(c) ? c - '0'
        : c < '\u0660' ? -1
        : c <= '\u0669' ? c - '\u0660'
        : c is >= '\u06F0' and <= '\u06F9' ? c - '\u06F0'
        : c is >= '\uFF10' and <= '\uFF19' ? c - '\uFF10' : -1;

    /// <summary>The digit on whose key a letter A to Z stands, as a character.</summary>
    /// <param name="letter">A letter of either case.</param>
    public static char KeyOf(char letter) => Keys[(letter | 0x20) - 'a'];

    /// <summary>Whether a character is a plus sign.</summary>
    /// <param name="c">The character.</param>
    public static bool IsPlus(char c) => c is '+' or '\uFF0B';

    /// <summary>Whether a character may stand between digits.</summary>
    /// <param name="c">The character.</param>
    public static bool IsPunctuation(char c) =>
        char.IsAscii(c)
            ? c is ' ' or '-' or '.' or '(' or ')' or '/' or '[' or ']' or '~' or '*' or 'x' or 'X'
            : c is '\u00A0' or '\u00AD' or '\u200B' or (>= '\u2010' and <= '\u2015') or '\u2053' or '\u2060' or '\u2212' or '\u223C'
                or '\u3000'
                or '\u30FC' or '\uFF08' or '\uFF09' or (>= '\uFF0D' and <= '\uFF0F') or '\uFF3B' or '\uFF3D' or '\uFF5E';
}
