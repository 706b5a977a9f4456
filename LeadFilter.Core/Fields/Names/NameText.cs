using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Names;

/// <summary>
/// Tidies the text of a name: white space, HTML entities, typographic quotes and dashes, letters in other forms (full-width, ligatures,
/// mathematical, with separate marks), and characters that cannot be seen. Linear in the text's length.
/// </summary>
internal static class NameText
{
    /// <summary>The most characters that one becomes.</summary>
    public const int MostForOne = 3;

    /// <summary>Writes the tidy text.</summary>
    /// <param name="raw">The text as sent.</param>
    /// <param name="destination">Room for <see cref="MostForOne"/> characters for each of it.</param>
    /// <returns>The part of the destination that holds it; empty if there is nothing to see.</returns>
    public static Span<char> Tidy(ReadOnlySpan<char> raw, Span<char> destination)
    {
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (char.IsAsciiLetter(c))
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

        var text = destination[..length].Trim(' ');
        var bare = Bare(text);
        return bare.IsEmpty ? text : bare;
    }

    // Without commas and semicolons around it, and without quotes around the whole.
    private static Span<char> Bare(Span<char> text)
    {
        text = text.Trim(" ,;");
        while (text is ['"', .., '"'])
        {
            text = text[1..^1].Trim(" ,;");
        }

        return text;
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

            if (CharacterForms.Ligature(c) is { } letters)
            {
                letters.CopyTo(destination[length..]);
                length += letters.Length;
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
