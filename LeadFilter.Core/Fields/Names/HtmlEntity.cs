using System.Globalization;

namespace LeadFilter.Core.Fields.Names;

/// <summary>HTML's character references, as web forms send them: by number, and by the names of characters that people's names have.</summary>
internal static class HtmlEntity
{
    private const int MostCharacters = 10;

    /// <summary>Reads the entity at the end of a text.</summary>
    /// <param name="text">A text that ends in a semicolon.</param>
    /// <param name="start">Where the entity begins.</param>
    /// <param name="c">The character that it stands for.</param>
    /// <returns>Whether the text ends in an entity.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out int start, out char c)
    {
        var from = Math.Max(0, text.Length - MostCharacters);
        start = text[from..].LastIndexOf('&') + from;
        c = start >= from ? Meaning(text[(start + 1)..^1]) : '\0';
        return c != '\0';
    }

    private static char Meaning(ReadOnlySpan<char> name) => name switch
    {
        ['#', 'x' or 'X', .. var digits] => Numbered(digits, NumberStyles.AllowHexSpecifier),
        ['#', .. var digits] => Numbered(digits, NumberStyles.None),
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" or "lsquo" or "rsquo" => '\'',
        "nbsp" => ' ',
        "ndash" or "mdash" => '-',
        "szlig" => 'ß',
        "AElig" => 'Æ',
        "aelig" => 'æ',
        [var letter, .. var mark] when char.IsAsciiLetter(letter) => Marked(letter, mark),
        _ => '\0',
    };

    private static char Numbered(ReadOnlySpan<char> digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code) && code is > 0 and < char.MaxValue && !char.IsSurrogate((char)code)
            ? (char)code
            : '\0';

    private static char Marked(char letter, ReadOnlySpan<char> mark) => mark switch
    {
        "grave" => Lists.LatinLetters.Compose(letter, '\u0300'),
        "acute" => Lists.LatinLetters.Compose(letter, '\u0301'),
        "circ" => Lists.LatinLetters.Compose(letter, '\u0302'),
        "tilde" => Lists.LatinLetters.Compose(letter, '\u0303'),
        "uml" => Lists.LatinLetters.Compose(letter, '\u0308'),
        "ring" => Lists.LatinLetters.Compose(letter, '\u030A'),
        "caron" => Lists.LatinLetters.Compose(letter, '\u030C'),
        "cedil" => Lists.LatinLetters.Compose(letter, '\u0327'),
        "slash" => letter switch { 'o' => 'ø', 'O' => 'Ø', _ => '\0' },
        _ => '\0',
    };
}
