namespace LeadFilter.Http.Leads;

/// <summary>The name of a field as its parts are met on the way into a body: <c>address</c>, then <c>address.city</c>.</summary>
internal ref struct FieldPath
{
    /// <summary>The longest name, in characters, dots included. No campaign knows a longer one.</summary>
    public const int MaxLength = 256;

    /// <summary>How deep a body is read, the outermost object or element included.</summary>
    public const int MaxDepth = 16;

    private readonly Span<char> buffer;
    private readonly Span<int> starts;
    private int depth;
    private int length;

    /// <summary>Makes an empty path.</summary>
    /// <param name="buffer">Room for <see cref="MaxLength"/> characters.</param>
    /// <param name="starts">Room for <see cref="MaxDepth"/> numbers.</param>
    public FieldPath(Span<char> buffer, Span<int> starts)
    {
        this.buffer = buffer[..MaxLength];
        this.starts = starts[..MaxDepth];
    }

    /// <summary>The name.</summary>
    public readonly ReadOnlySpan<char> Name => buffer[..length];

    /// <summary>How many parts the name has.</summary>
    public readonly int Depth => depth;

    /// <summary>Room for the next part, to be filled before <see cref="Push(int)"/>; empty if no part can follow.</summary>
    public readonly Span<char> Room => buffer[Math.Min(MaxLength, length + DotLength)..];

    private readonly int DotLength => depth == 0 ? 0 : 1;

    /// <summary>Adds a part that was written into <see cref="Room"/>.</summary>
    /// <param name="partLength">Its length.</param>
    public void Push(int partLength)
    {
        starts[depth] = length;
        if (depth++ > 0)
        {
            buffer[length++] = '.';
        }

        length += partLength;
    }

    /// <summary>Adds a part.</summary>
    /// <param name="part">The part.</param>
    /// <returns>False if the name would be too long.</returns>
    public bool TryPush(ReadOnlySpan<char> part)
    {
        if (length + DotLength > MaxLength || !part.TryCopyTo(Room))
        {
            return false;
        }

        Push(part.Length);
        return true;
    }

    /// <summary>The name with a part that does not fit.</summary>
    /// <param name="part">The part.</param>
    public readonly string With(ReadOnlySpan<char> part) => depth == 0 ? part.ToString() : $"{Name}.{part}";

    /// <summary>Takes the last part away.</summary>
    public void Pop() => length = starts[--depth];
}
