using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Names;

/// <summary>A name in the forms in which it is looked for in lists, written once for all of them.</summary>
internal readonly ref struct SoughtName
{
    /// <summary>The room that the forms take, in characters.</summary>
    public const int Room = (3 * NameKey.MaxCharacters) + 1;

    // The first and the last name without what stands between and around them; empty where the key is that already.
    private readonly ReadOnlySpan<char> ends;

    /// <summary>Writes the forms.</summary>
    /// <param name="text">The canonical text.</param>
    /// <param name="kind">What the field holds.</param>
    /// <param name="room"><see cref="Room"/> characters.</param>
    public SoughtName(ReadOnlySpan<char> text, NameKind kind, Span<char> room)
    {
        Text = text;
        Kind = kind;
        Key = NameKey.Write(text, room);

        // Two words without a comma are the first and the last name.
        if (kind == NameKind.Full && (Key.Count(' ') != 1 || text.Contains(',')))
        {
            ends = Ends(text, room[NameKey.MaxCharacters..]);
        }
    }

    /// <summary>The canonical text.</summary>
    public ReadOnlySpan<char> Text { get; }

    /// <summary>What the field holds.</summary>
    public NameKind Kind { get; }

    /// <summary>The whole of it, as <see cref="NameKey"/> writes it.</summary>
    public ReadOnlySpan<char> Key { get; }

    /// <summary>Whether the whole of it, or its first and last names alone, is in a list.</summary>
    /// <param name="names">The list.</param>
    public bool IsIn(TextSet names) => names.Contains(Key) || (!ends.IsEmpty && names.Contains(ends));

    private static ReadOnlySpan<char> Ends(ReadOnlySpan<char> text, Span<char> room)
    {
        var split = FullName.Split(text);
        if (split.First.Length == 0 || split.Last.Length == 0)
        {
            return default;
        }

        var length = NameKey.Write(split.First.Of(text), room).Length;
        room[length++] = ' ';
        return room[..(length + NameKey.Write(split.Last.Of(text), room[length..]).Length)];
    }
}
