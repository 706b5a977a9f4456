using System.Globalization;

namespace LeadFilter.Core.Fields.Texts;

/// <summary>
/// The plain characters that others are forms of: Unicode's compatibility forms (NFKC), as far as people's texts have them, and the
/// typographic quotes, dashes and slashes that programs put in for plain ones. What would change the sense, such as ² or ½, stays.
/// </summary>
internal static class CharacterForms
{
    /// <summary>The plain form of a character; itself if it has none.</summary>
    /// <param name="c">Any character.</param>
    public static char Plain(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => Plain((char)(c - 0xFEE0)),
        >= '\u24B6' and <= '\u24CF' => (char)(c - 0x24B6 + 'A'),
        >= '\u24D0' and <= '\u24E9' => (char)(c - 0x24D0 + 'a'),
        '\u00B4' or '\u02B9' or '\u02BB' or '\u02BC' or '\u02BD' or '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' => '\'',
        '\u00AB' or '\u00BB' or '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' => '"',
        >= '\u2010' and <= '\u2015' or '\u2212' or '\uFE58' or '\uFE63' => '-',
        '\u2044' or '\u2215' => '/',
        '\u017F' => 's',
        '\u212A' => 'K',
        '\u212B' => '\u00C5',
        _ => c,
    };

    /// <summary>
    /// The characters that are written as one: the letters of a ligature, the dots of an ellipsis; null if it is one by itself.
    /// </summary>
    /// <param name="c">Any character.</param>
    public static string? Several(char c) => c switch
    {
        '\u2026' => "...",
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        '\uFB03' => "ffi",
        '\uFB04' => "ffl",
        '\uFB05' or '\uFB06' => "st",
        _ => null,
    };

    /// <summary>The plain letter or digit of one for mathematics, such as a script J.</summary>
    /// <param name="codePoint">A code point beyond U+FFFF.</param>
    /// <returns>Zero if it is none.</returns>
    public static char PlainLetter(int codePoint)
    {
        // Thirteen alphabets of 26 capitals and 26 small letters, and five times ten digits.
        var place = (codePoint - 0x1D400) % 52;
        return codePoint switch
        {
            >= 0x1D400 and <= 0x1D6A3 => (char)(place < 26 ? 'A' + place : 'a' + place - 26),
            >= 0x1D7CE and <= 0x1D7FF => (char)('0' + ((codePoint - 0x1D7CE) % 10)),
            _ => '\0',
        };
    }

    /// <summary>Whether a character is a control, a soft hyphen, or tells only the direction or width of others.</summary>
    /// <param name="c">Any character but white space.</param>
    public static bool IsUnseen(char c) => c < ' '
        || (c >= 0x7F
            && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
            && c is not ('\u200C' or '\u200D'));
}
