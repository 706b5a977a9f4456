using System.Globalization;
using System.Net;
using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Texts;

/// <summary>
/// HTML's character references, as web forms send them: by number, and by the names of the characters that people's texts have. Each
/// needs its semicolon, so that <c>?a=1&amp;copy=2</c> stays what it is. Names: the HTML standard, section 13.5.
/// </summary>
internal static class HtmlEntity
{
    private const int MaxCharacters = 10;

    /// <summary>Reads the entity at the end of a text.</summary>
    /// <param name="text">A text that ends in a semicolon.</param>
    /// <param name="start">Where the entity begins.</param>
    /// <param name="c">The character that it stands for.</param>
    /// <returns>Whether the text ends in an entity.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out int start, out char c)
    {
        var from = Math.Max(0, text.Length - MaxCharacters);
        start = text[from..].LastIndexOf('&') + from;
        c = start >= from ? Meaning(text[(start + 1)..^1]) : '\0';
        return c != '\0';
    }

    /// <summary>Decodes the entities of a text, also those that are encoded twice, and changes nothing else.</summary>
    /// <param name="raw">The text.</param>
    /// <returns>The text with the characters that they stand for; the text itself if there are none.</returns>
    public static string Decode(string raw)
    {
        var (text, length) = (new char[raw.Length], 0);
        foreach (var c in raw)
        {
            text[length++] = c;
            while (text[length - 1] == ';' && TryRead(text.AsSpan(0, length), out var start, out var meant))
            {
                text[start] = meant;
                length = start + 1;
            }
        }

        return length == raw.Length ? raw : new(text, 0, length);
    }

    // Here are the names that WebUtility lacks, those of HTML 5, also of letters such as č and ź; and six that are too frequent to
    // allocate for.
    private static char Meaning(ReadOnlySpan<char> name) => name switch
    {
        ['#', 'x' or 'X', .. var digits] => Numbered(digits, NumberStyles.AllowHexSpecifier),
        ['#', .. var digits] => Numbered(digits, NumberStyles.None),
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" or "Tab" or "NewLine" => ' ',
        "hyphen" or "dash" => '-',
        "zwsp" => '\u00AD',
        "commat" => '@',
        "period" => '.',
        "comma" => ',',
        "colon" => ':',
        "semi" => ';',
        "sol" => '/',
        "plus" => '+',
        "lpar" => '(',
        "rpar" => ')',
        "num" => '#',
        "percnt" => '%',
        "lowbar" => '_',
        "excl" => '!',
        "quest" => '?',
        "equals" => '=',
        "ast" => '*',
        "dollar" => '$',
        "check" => '✓',
        [var letter, .. var mark] when char.IsAsciiLetter(letter) && Marked(letter, mark) is not '\0' and var marked => marked,
        _ => InHtml4(name),
    };

    private static char InHtml4(ReadOnlySpan<char> name) => WebUtility.HtmlDecode($"&{name};") is [var c] ? c : '\0';

    // WebUtility reads &#146; as a control character, and numbers beyond U+FFFF, which are left as they are here.
    private static char Numbered(ReadOnlySpan<char> digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code)
            && code is > 0 and < char.MaxValue
            && !char.IsSurrogate((char)code)
            ? Windows1252((char)code)
            : '\0';

    // The HTML standard, section 13.2.5.80, reads these numbers as Windows-1252 has them: here the quotes, dashes and signs.
    private static char Windows1252(char code) => code switch
    {
        '\u0080' => '€',
        '\u0085' => '…',
        '\u0091' or '\u0092' => '\'',
        '\u0093' or '\u0094' => '"',
        '\u0096' or '\u0097' => '-',
        '\u0099' => '™',
        _ => code,
    };

    private static char Marked(char letter, ReadOnlySpan<char> mark) => mark switch
    {
        "grave" => LatinLetters.Compose(letter, '\u0300'),
        "acute" => LatinLetters.Compose(letter, '\u0301'),
        "circ" => LatinLetters.Compose(letter, '\u0302'),
        "tilde" => LatinLetters.Compose(letter, '\u0303'),
        "uml" => LatinLetters.Compose(letter, '\u0308'),
        "ring" => LatinLetters.Compose(letter, '\u030A'),
        "caron" => LatinLetters.Compose(letter, '\u030C'),
        "cedil" => LatinLetters.Compose(letter, '\u0327'),
        _ => '\0',
    };
}
