namespace LeadFilter.Core.Fields.Lists;

/// <summary>
/// A set of short ASCII texts that is searched without case and without allocation, in a sorted list that stays where it is. Nothing is
/// made of the list beforehand but signposts (<see cref="ListSigns"/>), when a text is first looked for. Found is what is there letter
/// by letter.
/// </summary>
/// <param name="list">The list: ASCII in lower case, one entry a line, in ordinal order.</param>
internal sealed class TextSet(ListText list)
{
    // No entry of any list is longer: a domain has 253 characters.
    private const int MaxEntryLength = 254;

    // Made twice by two threads at once, they are the same.
    private ListSigns? signs;

    /// <summary>How many entries there are. Counts them.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var line in list().Split((byte)'\n'))
            {
                count += line.Start.Value < line.End.Value ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>Whether a text is in the set.</summary>
    /// <param name="text">The text; ASCII letters in any case.</param>
    public bool Contains(ReadOnlySpan<char> text)
    {
        var entries = list();
        var known = signs ??= new(entries);
        if (text.IsEmpty || text.Length > MaxEntryLength || !known.MayHold(text))
        {
            return false;
        }

        Span<byte> line = stackalloc byte[MaxEntryLength + 2];
        line = line[..(text.Length + 2)];
        if (!TryWrite(text, line[1..^1]))
        {
            return false;
        }

        line[0] = (byte)'\n';
        line[^1] = known.LineEnd;
        var (from, to) = known.PlaceOf(line[1..]);
        return entries[from..to].IndexOf(line) >= 0
            || (from == 0 && entries.StartsWith(line[1..]))
            || (to == entries.Length && (entries.EndsWith(line[..^1]) || entries.SequenceEqual(line[1..^1])));
    }

    // In lower case. A control character or a letter that is not ASCII is in no list.
    private static bool TryWrite(ReadOnlySpan<char> text, Span<byte> destination)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is < ' ' or > '~')
            {
                return false;
            }

            destination[i] = (byte)(c is >= 'A' and <= 'Z' ? c | 0x20 : c);
        }

        return true;
    }
}
