using System.Text;

namespace LeadFilter.Core.Files;

/// <summary>What is wrong with the syntax of a file, in the words of somebody who writes JSON by hand.</summary>
/// <param name="At">Where it is: the offset in bytes.</param>
/// <param name="Message">What is wrong, without a full stop.</param>
/// <param name="Remedy">What to do, without a full stop.</param>
internal readonly record struct SyntaxMistake(int At, string Message, string Remedy)
{
    private const string Quotes =
        "'\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u00AB\u00BB\u2039\u203A`\u00B4\u2032\u2033\uFF02\uFF07";
    private const string Quoted = "Write straight double quotes: \"…\"";
    private const string NoComma = "Remove it";

    /// <summary>Explains what the parser refused.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="at">The place that the parser names.</param>
    /// <param name="said">What the parser says.</param>
    /// <param name="lineOf">The line of a place, from 1.</param>
    /// <returns>Null where the parser's own words must do.</returns>
    public static SyntaxMistake? Of(ReadOnlySpan<byte> utf8, int at, string said, Func<int, int> lineOf)
    {
        var parts = OpenParts.Before(utf8, at);
        if (parts.Text is { } text)
        {
            return InText(utf8, at, text);
        }

        if ((parts.Comment ?? (said.Contains("end of comment", StringComparison.Ordinal) ? at : (int?)null)) is { } comment)
        {
            return new(comment, "the comment that begins here is not closed", "Write */ at its end");
        }

        if (at >= utf8.Length || !utf8[at..].ContainsAnyExcept(" \t\r\n,"u8))
        {
            return AtEnd(utf8, parts);
        }

        _ = Rune.DecodeFromUtf8(utf8[at..], out var rune, out _);
        var word = WordAround(utf8, ref at);
        return rune.IsBmp && Quotes.Contains((char)rune.Value, StringComparison.Ordinal)
            ? new(at, $"{rune} is not a quote that JSON knows", Quoted)
            : (char)utf8[at] is var c && c is '}' or ']' ? Closing(utf8, at, c, parts, said, lineOf)
            : said.Contains("after a property name", StringComparison.Ordinal)
            ? new(at, "there is no ':' between the key and its value", "Write \"KEY\": VALUE")
            : said.Contains("start of a property name", StringComparison.Ordinal) ? Key(utf8, at, c, word, parts, lineOf)
            : said.Contains("after a single JSON value", StringComparison.Ordinal)
            ? new(at, "the object ends before this", "Put everything into one object { … }")
            : said.Contains("invalid after a value", StringComparison.Ordinal)
            ? new(at, "there is no comma before this", "Write ',' after the value before it")
            : said.Contains("leading zero", StringComparison.Ordinal)
            ? new(at, "this number begins with 0", "Write it without leading zeros, or in quotes if it is a code such as a ZIP code")
            : said.Contains("start of a value", StringComparison.Ordinal) || said.Contains("JSON literal", StringComparison.Ordinal)
            ? Value(at, c, word)
            : null;
    }

    private static SyntaxMistake InText(ReadOnlySpan<byte> utf8, int at, int start) =>
        at >= utf8.Length || utf8[at] is (byte)'\n' or (byte)'\r'
        ? new(start, "the text that begins here is not closed", "Write \" at its end; a line break within a text is \\n")
        : utf8[at] < (byte)' '
        ? new(at, "a tab or another control character stands within a text", "Write a blank, or \\t for a tab")
        : new(at, "a backslash begins an escape such as \\n, and this is none", "Write \\\\ for a backslash, as in \"\\\\d\"");

    private static SyntaxMistake? AtEnd(ReadOnlySpan<byte> utf8, OpenParts parts)
    {
        if (parts.Brackets is not [.., var innermost])
        {
            return null;
        }

        var open = parts.Misplaced ?? innermost;
        return new(
            open,
            $"the '{(char)utf8[open]}' that begins here is not closed",
            $"Write '{CloserOf(utf8[open])}' where it ends");
    }

    private static SyntaxMistake? Closing(
        ReadOnlySpan<byte> utf8, int at, char c, OpenParts parts, string said, Func<int, int> lineOf)
    {
        if (parts.Brackets is not [.., var open])
        {
            return new(at, $"this '{c}' closes nothing", "Remove it, or write the bracket that it closes");
        }

        return CloserOf(utf8[open]) != c
            ? new(
                at,
                $"this '{c}' does not close the '{(char)utf8[open]}' of line {lineOf(open)}",
                $"Write '{CloserOf(utf8[open])}' before it")
            : said.Contains("start of a value", StringComparison.Ordinal)
                || said.Contains("after a property name", StringComparison.Ordinal)
            ? new(at, "there is no value before this", "Write one, or remove the key")
            : null;
    }

    private static SyntaxMistake Key(
        ReadOnlySpan<byte> utf8, int at, char c, string word, OpenParts parts, Func<int, int> lineOf) => c switch
    {
        ',' => new(at, "there is a comma too many", NoComma),
        '{' or '[' when parts.Brackets is [.., var open] => new(
            at,
            $"this '{c}' has no key",
            $"Write \"KEY\": before it, or close the '{(char)utf8[open]}' of line {lineOf(open)} first"),
        _ when word.Length > 0 => new(at, "this key stands without quotes", $"Write \"{word}\""),
        '#' => new(at, "this is no comment", "Begin comments with //"),
        _ => new(at, "a key in double quotes must stand here", "Write \"KEY\": VALUE"),
    };

    private static SyntaxMistake Value(int at, char c, string word) => c switch
    {
        ',' => new(at, "there is a comma too many", NoComma),
        '#' => new(at, "this is no comment", "Begin comments with //"),
        '+' or '.' => new(at, "a number begins with a digit or '-'", "Write it like 0.5"),
        _ => word.ToUpperInvariant() switch
        {
            "TRUE" or "YES" => new(at, $"'{word}' is not a word of JSON", "Write true, or text in double quotes"),
            "FALSE" or "NO" => new(at, $"'{word}' is not a word of JSON", "Write false, or text in double quotes"),
            "" => new(at, "this is no value", "Write a number, true, false, or text in double quotes"),
            _ => new(at, "this text stands without quotes", $"Write \"{word}\""),
        },
    };

    /// <summary>The letters, digits and underscores around a place, which moves to the first of them; empty if it is none.</summary>
    private static string WordAround(ReadOnlySpan<byte> utf8, ref int at)
    {
        if (!IsWord(utf8[at]))
        {
            return "";
        }

        while (at > 0 && IsWord(utf8[at - 1]))
        {
            at--;
        }

        var end = at;
        while (end < utf8.Length && IsWord(utf8[end]))
        {
            end++;
        }

        return Encoding.ASCII.GetString(utf8[at..end]);
    }

    private static bool IsWord(byte letter) => char.IsAsciiLetterOrDigit((char)letter) || letter is (byte)'_' or (byte)'-';

    private static char CloserOf(byte opener) => opener == (byte)'{' ? '}' : ']';
}
