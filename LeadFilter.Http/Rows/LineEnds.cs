namespace LeadFilter.Http.Rows;

/// <summary>Rows of one line each; lines end with LF or CRLF.</summary>
internal sealed class LineEnds : IRowEnds
{
    private LineEnds()
    {
    }

    /// <summary>The only one.</summary>
    public static LineEnds Instance { get; } = new();

    /// <inheritdoc/>
    public int Find(ReadOnlySpan<byte> bytes, bool last)
    {
        var length = bytes.IndexOf((byte)'\n') + 1;
        return length > 0 || !last ? length : bytes.Length;
    }

    /// <summary>A line without its end.</summary>
    /// <param name="row">The line.</param>
    public static ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> row)
    {
        var text = row.Span is [.., (byte)'\n'] ? row[..^1] : row;
        return text.Span is [.., (byte)'\r'] ? text[..^1] : text;
    }
}
