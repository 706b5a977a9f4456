using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Emails;

/// <summary>
/// Takes off an address what stands around it (<c>mailto:</c>, brackets with a name before them, quotes, a full stop behind) and the
/// blanks that a phone's keyboard puts behind a dot. Nothing is taken off where another address could be meant.
/// </summary>
internal static class AddressText
{
    /// <summary>The room that the address takes where blanks are taken out, in characters.</summary>
    public const int Room = EmailType.MaxCharacters + 16;

    private const string Scheme = "mailto:";

    /// <summary>The address alone.</summary>
    /// <param name="text">The text as sent.</param>
    /// <param name="room"><see cref="Room"/> characters.</param>
    /// <returns>A slice of the text unless blanks within it were taken out.</returns>
    public static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text, Span<char> room)
    {
        text = WithoutName(WithoutScheme(Trim(text)));
        return text.Contains(' ') && TryJoin(text, room, out var length) ? room[..length] : text;
    }

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        text = text.Trim().Trim(",;").TrimEnd(" .,;").TrimStart();
        return text is ['"', .., '"'] or ['\'', .., '\''] && !text[1..^1].Contains(text[0]) ? text[1..^1].Trim() : text;
    }

    // <user@example.com>, Bob <user@example.com>, user@example.com <user@example.com>
    private static ReadOnlySpan<char> WithoutName(ReadOnlySpan<char> text)
    {
        if (text is not [.., '>'])
        {
            return text;
        }

        var start = text.LastIndexOf('<');
        if (start < 0)
        {
            return text;
        }

        var address = Trim(WithoutScheme(text[(start + 1)..^1].Trim()));
        var name = Trim(text[..start]);
        return name.ContainsAny('@', '<') && !name.Equals(address, StringComparison.OrdinalIgnoreCase) ? text : address;
    }

    private static ReadOnlySpan<char> WithoutScheme(ReadOnlySpan<char> text) =>
        text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text[Scheme.Length..].TrimStart() : text;

    // Without the blanks beside the @ and beside dots. Others part words: jane doe@example.com.
    private static bool TryJoin(ReadOnlySpan<char> text, Span<char> room, out int length)
    {
        length = 0;
        var at = text.IndexOf('@');
        if (at < 0 || text.Length > Room || IsWordInFront(text))
        {
            return false;
        }

        var domain = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != ' ')
            {
                room[length++] = text[i];
                domain = i == at ? length : domain;
                continue;
            }

            var next = i + 1;
            while (next < text.Length && text[next] == ' ')
            {
                next++;
            }

            if (length == 0 || !(room[length - 1] is '@' or '.' || text[next] is '@' or '.'))
            {
                return false;
            }
        }

        return !EndsBeforeBlank(text[(at + 1)..], room[domain..length]);
    }

    // Mr. jane@example.com is no address of mr.jane.
    private static bool IsWordInFront(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf(". ");
        Span<char> word = stackalloc char[7];
        if (end <= 0 || end > word.Length)
        {
            return false;
        }

        word = word[..text[..end].ToLowerInvariant(word)];
        return (ReadOnlySpan<char>)word is "mr" or "mrs" or "ms" or "miss" or "mx" or "dr" or "prof" or "sir" or "email" or "e-mail"
            or "mail" or "thanks" or "contact" or "yes" or "no" or "ok" or "okay" or "hi" or "hello";
    }

    // jane@example.com. Me: what stands before the blank is a whole domain, and what follows a sentence. In yahoo.co. uk it is not.
    private static bool EndsBeforeBlank(ReadOnlySpan<char> text, ReadOnlySpan<char> domain)
    {
        var joined = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != ' ')
            {
                joined++;
                continue;
            }

            var before = domain[..joined].TrimEnd('.');
            var suffix = domain.Contains('.') ? PublicSuffixes.SuffixStart(domain) : 0;
            if (before.LastIndexOf('.') is >= 0 and var dot && PublicSuffixes.IsTopLevel(before[(dot + 1)..]) && suffix > before.Length)
            {
                return true;
            }
        }

        return false;
    }
}
