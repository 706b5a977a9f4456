using System.Buffers;

namespace LeadFilter.Core.Fields.Texts;

/// <summary>
/// What templates and programs leave where a text should stand: <c>{{first_name}}</c>, <c>%%EMAIL%%</c>, <c>[object Object]</c>,
/// <c>undefined</c>. Nobody has written it, so it is no text.
/// </summary>
internal static class UnfilledText
{
    private const int MaxLength = 200;

    /// <summary>What programs write for nothing, in the writing of JavaScript, PHP and databases.</summary>
    private static readonly string[] Nothings = ["undefined", "null", "NaN", "(null)", "<null>", "[null]"];

    /// <summary>What stands around a name that nobody has replaced: of templates, ad networks and mailing tools.</summary>
    private static readonly (string Open, string Close)[] Brackets =
    [
        ("{{", "}}"), ("${", "}"), ("{%", "%}"), ("<%", "%>"), ("%%", "%%"), ("[%", "%]"), ("*|", "|*"), ("#{", "}"), ("{", "}"),
        ("%", "%"), ("[[", "]]"), ("<", ">"),
    ];

    /// <summary>Facebook's test leads: <c>&lt;test lead: dummy data for first_name&gt;</c>.</summary>
    private const string DummyData = "<test lead: dummy data for ";

    private static readonly SearchValues<char> Beginnings = SearchValues.Create("{$<%[*#(unN");

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-: ");

    /// <summary>Whether a text is what a template or a program left.</summary>
    /// <param name="raw">The text as sent.</param>
    /// <param name="mayBeNull">Whether somebody may have written <c>null</c>: it is a last name.</param>
    public static bool Is(string raw, bool mayBeNull)
    {
        var text = raw.AsSpan().Trim();
        if (text.Length is < 3 or > MaxLength || !Beginnings.Contains(text[0]))
        {
            return false;
        }

        return text is "[object Object]"
            || text.StartsWith(DummyData)
            || IsPlaceholder(text)
            || (IsNothing(text) && !(mayBeNull && text is "null"));
    }

    private static bool IsNothing(ReadOnlySpan<char> text)
    {
        foreach (var nothing in Nothings)
        {
            if (text.SequenceEqual(nothing))
            {
                return true;
            }
        }

        return false;
    }

    // With single brackets a person may have written it: only a name with a low line or a dot in it, or in capitals, is a field's.
    private static bool IsPlaceholder(ReadOnlySpan<char> text)
    {
        foreach (var (open, close) in Brackets)
        {
            if (text.Length > open.Length + close.Length && text.StartsWith(open) && text.EndsWith(close))
            {
                var name = text[open.Length..^close.Length].Trim();
                return !name.ContainsAnyExcept(NameCharacters)
                    && char.IsAsciiLetter(name.IsEmpty ? ' ' : name[0])
                    && (open.Length > 1 || (!name.Contains(' ') && (name.ContainsAny('_', '.') || !name.ContainsAnyInRange('a', 'z'))));
            }
        }

        return false;
    }
}
