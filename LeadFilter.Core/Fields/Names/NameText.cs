using LeadFilter.Core.Fields.Texts;

namespace LeadFilter.Core.Fields.Names;

/// <summary>Tidies the text of a name: it becomes plain text, without what stands around the whole.</summary>
internal static class NameText
{
    /// <summary>Writes the tidy text.</summary>
    /// <param name="raw">The text as sent.</param>
    /// <param name="destination">Room for <see cref="PlainText.MaxCharacters"/>.</param>
    /// <returns>The part of the destination that holds it; empty if there is nothing to see.</returns>
    public static Span<char> Tidy(ReadOnlySpan<char> raw, Span<char> destination)
    {
        var text = PlainText.Write(raw, destination);
        text.Replace('`', '\'');
        text = WithoutBackslashes(text);
        var bare = Bare(text);
        return bare.IsEmpty ? text : bare;
    }

    // O\'Brien, as programs write it that guard quotes.
    private static Span<char> WithoutBackslashes(Span<char> text)
    {
        if (!text.Contains('\\'))
        {
            return text;
        }

        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var next = i;
            while (next < text.Length && text[next] == '\\')
            {
                next++;
            }

            i = next < text.Length && text[next] is '\'' or '"' ? next : i;
            text[length++] = text[i];
        }

        return text[..length];
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
}
