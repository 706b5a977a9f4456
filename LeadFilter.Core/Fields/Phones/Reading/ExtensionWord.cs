namespace LeadFilter.Core.Fields.Phones.Reading;

/// <summary>The words and signs that announce an extension. Facts: those that libphonenumber knows.</summary>
internal static class ExtensionWord
{
    // "ext" without its e, which may be missing; then "доб" and "anexo".
    private static readonly string[] Clear =
    [
        "xt", "xtn", "xtension", "xtensio", "xtensi\u00F3n", "xtensi\u00F3", "xtensio\u0301n", "xtensio\u0301",
        "\uFF58\uFF54", "\uFF58\uFF54\uFF4E", "\u0434\u043E\u0431", "anexo",
    ];

    private static readonly string[] Vague = ["int", "\uFF49\uFF4E\uFF54"];

    /// <summary>The length of the word or sign with which a text ends; 0 without one.</summary>
    /// <param name="text">A text that is not empty.</param>
    /// <param name="isVague">Whether it may mean something else, too.</param>
    public static int LengthAtEnd(ReadOnlySpan<char> text, out bool isVague)
    {
        isVague = text[^1] is 'x' or 'X' or '\uFF58' or '\uFF38' or '#' or '\uFF03' or '~' or '\uFF5E';
        if (isVague)
        {
            return 1;
        }

        if (char.IsAsciiDigit(text[^1]) || text[^1] == ')')
        {
            return 0;
        }

        if (LengthOfOne(Clear, text) is > 0 and var length)
        {
            return length;
        }

        isVague = true;
        return LengthOfOne(Vague, text);
    }

    /// <summary>Whether a letter is the e before an "xt" in the same width.</summary>
    /// <param name="c">The letter.</param>
    /// <param name="next">The word's first letter.</param>
    public static bool MayBegin(char c, char next) =>
        next is 'x' or 'X' ? c is 'e' or 'E' : next is '\uFF58' or '\uFF38' && c is '\uFF45' or '\uFF25';

    private static int LengthOfOne(string[] words, ReadOnlySpan<char> text)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return word.Length;
            }
        }

        return 0;
    }
}
