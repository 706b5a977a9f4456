using System.Globalization;
using System.Runtime.CompilerServices;

namespace LeadFilter.Core.Fields.Texts;

/// <summary>
/// What a spreadsheet, or whoever keeps one from calculating, puts before a value and does not mean: an apostrophe, an equals sign (also in
/// <c>="0123"</c>), and a plus or minus sign where a sign has no meaning.
/// </summary>
internal static class SpreadsheetMark
{
    /// <summary>Whether a text may begin with a mark. A look at its first character, as a rule.</summary>
    /// <param name="text">The text.</param>
    /// <param name="keepsSigns">Whether a plus or minus sign is a part of the value, as it is of a number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayBegin(ReadOnlySpan<char> text, bool keepsSigns) =>
        !text.IsEmpty && !char.IsAsciiLetterOrDigit(text[0]) && IsMark(FirstSeen(text), keepsSigns);

    /// <summary>The text without its marks.</summary>
    /// <param name="text">The text as sent.</param>
    /// <param name="keepsSigns">Whether a plus or minus sign is a part of the value, as it is of a number.</param>
    /// <returns>Null if it has none, or nothing but marks.</returns>
    public static string? Remove(string text, bool keepsSigns)
    {
        var rest = text.AsSpan();
        while (TakeMark(ref rest, keepsSigns))
        {
            // One mark at a time: '="0123".
        }

        return rest.Length < text.Length && rest.ToString() is var value && !PlainText.Of(value).AsSpan().IsWhiteSpace() ? value : null;
    }

    private static bool TakeMark(ref ReadOnlySpan<char> text, bool keepsSigns)
    {
        var start = IndexOfSeen(text);
        if (start + 1 >= text.Length)
        {
            return false;
        }

        var rest = text[(start + 1)..];
        switch (CharacterForms.Plain(text[start]))
        {
            case '\'' or '`' when !IsElision(rest):
                return TakeApostrophe(rest, ref text);
            case '=' when BeginsValue(rest):
                text = WithoutQuotes(rest);
                return true;
            case '+' or '-' when !keepsSigns && char.IsLetterOrDigit(rest[0]):
                text = rest;
                return true;
            default:
                return false;
        }
    }

    // A second apostrophe that closes a word makes both quotes: of the whole text they go too, of a part of it they stay.
    private static bool TakeApostrophe(ReadOnlySpan<char> rest, ref ReadOnlySpan<char> text)
    {
        var end = rest.TrimEnd();
        for (var i = 1; i < end.Length; i++)
        {
            if (CharacterForms.Plain(end[i]) is '\'' or '`' && (i + 1 == end.Length || !char.IsLetterOrDigit(end[i + 1])))
            {
                text = i + 1 == end.Length ? end[..i] : text;
                return i + 1 == end.Length;
            }
        }

        text = rest;
        return true;
    }

    // 't Hooft, 's-Hertogenbosch: one letter that the apostrophe belongs to.
    private static bool IsElision(ReadOnlySpan<char> rest) =>
        rest.TrimEnd() is [var letter, ' ' or '-' or '\u00A0', ..] && char.IsLetter(letter);

    private static bool BeginsValue(ReadOnlySpan<char> rest) =>
        char.IsLetterOrDigit(rest[0]) || CharacterForms.Plain(rest[0]) is '"' or '\'' or '+' or '-' or '(' or '.'
            || char.GetUnicodeCategory(rest[0]) == UnicodeCategory.CurrencySymbol;

    private static ReadOnlySpan<char> WithoutQuotes(ReadOnlySpan<char> text)
    {
        var trimmed = text.TrimEnd();
        return trimmed.Length > 1 && CharacterForms.Plain(trimmed[0]) == '"' && CharacterForms.Plain(trimmed[^1]) == '"'
            ? trimmed[1..^1]
            : text;
    }

    private static bool IsMark(char c, bool keepsSigns) => c is '\'' or '`' or '=' || (!keepsSigns && c is '+' or '-');

    private static char FirstSeen(ReadOnlySpan<char> text) =>
        IndexOfSeen(text) is var at && at < text.Length ? CharacterForms.Plain(text[at]) : '\0';

    private static int IndexOfSeen(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || CharacterForms.IsUnseen(text[at])))
        {
            at++;
        }

        return at;
    }
}
