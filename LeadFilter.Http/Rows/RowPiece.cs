namespace LeadFilter.Http.Rows;

/// <summary>Some whole rows of a file.</summary>
/// <param name="bytes">The rows, each with its end; they stay as they are.</param>
/// <param name="ends">Where each row ends, from the first byte.</param>
/// <param name="firstRow">The number of the first row in the file, from 1.</param>
internal sealed class RowPiece(ReadOnlyMemory<byte> bytes, IReadOnlyList<int> ends, long firstRow)
{
    /// <summary>The rows.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>How many rows there are.</summary>
    public int Count => ends.Count;

    /// <summary>The number of the first row in the file, from 1.</summary>
    public long FirstRow => firstRow;

    /// <summary>A row, with its end.</summary>
    /// <param name="at">Its place, from 0.</param>
    public ReadOnlyMemory<byte> this[int at] => bytes[(at is 0 ? 0 : ends[at - 1])..ends[at]];
}
