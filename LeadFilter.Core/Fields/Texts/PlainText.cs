using System.Buffers;
using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Texts;

/// <summary>
/// The text that was meant: HTML entities decoded, typographic quotes, dashes and slashes made plain, letters and digits in other forms
/// (full-width, ligatures, for mathematics, with separate marks) made the usual ones, what cannot be seen taken out, and each run of white
/// space made one space. Doing it twice changes nothing. Linear in the text's length.
/// </summary>
internal static class PlainText
{
    private const int UsualCharacters = 256;
    private const int MaxForOne = 3;
    private const string Printable = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !\"#$%'()*+,-./:;<=>?@[\\]^_`{|}~";

    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create(Printable);
    private static readonly SearchValues<char> PlainCharactersAndAmpersand = SearchValues.Create(Printable + '&');

    /// <summary>Whether a text is surely plain, trimmed or not: printable ASCII without entities and runs of spaces. A few scans.</summary>
    /// <param name="raw">The text as sent.</param>
    public static bool IsPlain(ReadOnlySpan<char> raw) =>
        (!raw.ContainsAnyExcept(PlainCharacters) || (!raw.ContainsAnyExcept(PlainCharactersAndAmpersand) && !raw.Contains(';')))
        && !raw.Trim(' ').Contains("  ", StringComparison.Ordinal);

    /// <summary>The plain text.</summary>
    /// <param name="raw">The text as sent.</param>
    /// <returns>The text, trimmed; <paramref name="raw"/> itself, untrimmed, if it is plain already; empty if there is nothing to
    /// see.</returns>
    public static string Of(string raw)
    {
        var most = MaxCharacters(raw);
        var text = Write(raw, most <= UsualCharacters ? stackalloc char[UsualCharacters] : new char[most]);
        return raw.AsSpan().Trim().SequenceEqual(text) ? raw : text.ToString();
    }

    /// <summary>How much room <see cref="Write"/> needs at most.</summary>
    /// <param name="raw">The text as sent.</param>
    public static int MaxCharacters(ReadOnlySpan<char> raw)
    {
        var most = raw.Length;
        foreach (var c in raw)
        {
            most += c >= 0x80 && CharacterForms.Several(c) is not null ? MaxForOne - 1 : 0;
        }

        return most;
    }

    /// <summary>Writes the plain text.</summary>
    /// <param name="raw">The text as sent.</param>
    /// <param name="destination">Room for <see cref="MaxCharacters"/>.</param>
    /// <returns>The part of the destination that holds it, trimmed; empty if there is nothing to see.</returns>
    public static Span<char> Write(ReadOnlySpan<char> raw, Span<char> destination)
    {
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (char.IsAsciiLetterOrDigit(c))
            {
                destination[length++] = c;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < raw.Length && char.IsLowSurrogate(raw[i + 1]))
            {
                Append(CharacterForms.PlainLetter(char.ConvertToUtf32(c, raw[i + 1])), c, raw[++i], destination, ref length);
            }
            else
            {
                Append(c, destination, ref length);
            }
        }

        return destination[..length].Trim(' ');
    }

    private static void Append(char plain, char high, char low, Span<char> destination, ref int length)
    {
        if (plain != '\0')
        {
            destination[length++] = plain;
            return;
        }

        destination[length++] = high;
        destination[length++] = low;
    }

    private static void Append(char c, Span<char> destination, ref int length)
    {
        // An entity may end in what it stands for, as &amp;amp; does: hence the loop.
        while (true)
        {
            c = CharacterForms.Plain(c);
            if (char.IsWhiteSpace(c))
            {
                if (length > 0 && destination[length - 1] != ' ')
                {
                    destination[length++] = ' ';
                }

                return;
            }

            if (CharacterForms.IsUnseen(c) || char.IsSurrogate(c))
            {
                return;
            }

            if (CharacterForms.Several(c) is { } several)
            {
                several.CopyTo(destination[length..]);
                length += several.Length;
                return;
            }

            if (length > 0 && LatinLetters.IsMark(c) && LatinLetters.Compose(destination[length - 1], c) is not '\0' and var composed)
            {
                destination[length - 1] = composed;
                return;
            }

            destination[length++] = c;
            if (c != ';' || !HtmlEntity.TryRead(destination[..length], out var start, out c))
            {
                return;
            }

            length = start;
        }
    }
}
