namespace LeadFilter.Core.Files;

/// <summary>What stands open at a place of a JSON file that people write.</summary>
internal sealed class OpenParts
{
    private readonly List<int> brackets = [];

    private OpenParts()
    {
    }

    /// <summary>Where each <c>{</c> and <c>[</c> begins that is not closed, the innermost last.</summary>
    public IReadOnlyList<int> Brackets => brackets;

    /// <summary>Where the text begins that is not closed; null if none is open.</summary>
    public int? Text { get; private set; }

    /// <summary>Where the comment begins that is not closed; null if none is open.</summary>
    public int? Comment { get; private set; }

    /// <summary>
    /// Where a bracket begins whose line is indented more than the line that the one that closes it begins: most likely its own is
    /// missing, and it took another one's. Null if there is none.
    /// </summary>
    public int? Misplaced { get; private set; }

    /// <summary>Reads a file up to a place.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="end">The place.</param>
    public static OpenParts Before(ReadOnlySpan<byte> utf8, int end)
    {
        var parts = new OpenParts();
        var text = utf8[..Math.Min(end, utf8.Length)];
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case (byte)'{' or (byte)'[':
                    parts.brackets.Add(at);
                    break;
                case (byte)'}' or (byte)']':
                    parts.Close(text, at);
                    break;
                case (byte)'"':
                    at = parts.SkipText(text, at);
                    break;
                case (byte)'/':
                    at = parts.SkipComment(text, at);
                    break;
                default:
                    break;
            }
        }

        return parts;
    }

    private void Close(ReadOnlySpan<byte> text, int at)
    {
        if (brackets.Count == 0)
        {
            return;
        }

        var opener = brackets[^1];
        brackets.RemoveAt(brackets.Count - 1);
        if (Misplaced is null && StartOf(text, at) is var own && own.Begins && own.Indent < StartOf(text, opener).Indent)
        {
            Misplaced = opener;
        }
    }

    /// <summary>How far the line of a place is indented, and whether nothing but blanks stands before the place.</summary>
    private static (int Indent, bool Begins) StartOf(ReadOnlySpan<byte> text, int at)
    {
        var line = text[(text[..at].LastIndexOf((byte)'\n') + 1)..];
        var indent = line.IndexOfAnyExcept((byte)' ', (byte)'\t');
        return (indent, text.Length - line.Length + indent == at);
    }

    private int SkipText(ReadOnlySpan<byte> text, int start)
    {
        for (var at = start + 1; at < text.Length && text[at] != (byte)'\n'; at++)
        {
            if (text[at] == (byte)'"')
            {
                return at;
            }

            at += text[at] == (byte)'\\' ? 1 : 0;
        }

        Text = start;
        return text.Length;
    }

    private int SkipComment(ReadOnlySpan<byte> text, int start)
    {
        var rest = text[(start + 1)..];
        if (rest is [(byte)'/', ..])
        {
            return rest.IndexOf((byte)'\n') is >= 0 and var line ? start + 1 + line : text.Length;
        }

        if (rest is not [(byte)'*', ..])
        {
            return start;
        }

        var end = rest[1..].IndexOf("*/"u8);
        Comment = end < 0 ? start : null;
        return end < 0 ? text.Length : start + end + 3;
    }
}
