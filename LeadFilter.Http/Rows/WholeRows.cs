namespace LeadFilter.Http.Rows;

/// <summary>
/// Takes a file apart into whole rows. Every command that reads rows reads them through this, in memory that does not grow
/// with the file.
/// </summary>
/// <param name="stream">The file; left open.</param>
internal sealed class WholeRows(Stream stream)
{
    /// <summary>The longest row, in bytes.</summary>
    public const int MaxRow = 1024 * 1024;

    // Some hundred leads, and small enough not to be a large object.
    private const int UsualSize = 64 * 1024;

    private readonly Utf8Input input = new(stream);
    private byte[] buffer = [];
    private int start;
    private int filled;
    private bool ended;
    private long row = 1;

    /// <summary>How a message calls a row that is too long.</summary>
    public static string TooLong { get; } = $"longer than {MaxRow / 1024} KB";

    /// <summary>Whether the file began with a byte order mark; it is no part of the rows.</summary>
    public bool HasMark => input.HasMark;

    /// <summary>The encoding from which it is decoded; null if it is read as UTF-8.</summary>
    public string? DecodedFrom => input.DecodedFrom;

    /// <summary>What the user must know about how it is read, since nothing in the file says it; null if there is nothing.</summary>
    public string? Note => input.DecodedFrom is "Windows-1252" ? "read as Windows-1252, since it is not UTF-8" : null;

    /// <summary>How much of the file was read, in bytes. May be asked by another thread.</summary>
    public long BytesRead => input.BytesRead;

    /// <summary>The number of the row that comes next, from 1.</summary>
    public long NextRow => row;

    /// <summary>Whether the reading ended before a row that is too long.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Reads the rows that are at hand; waits for more of the file only if there is no whole row.</summary>
    /// <param name="ends">Tells where rows end.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="max">How many rows are wanted at most.</param>
    /// <returns>One row at least; none at the end of the file, and before a row that is too long.</returns>
    public async ValueTask<RowPiece> ReadAsync(IRowEnds ends, CancellationToken cancellation, int max = int.MaxValue)
    {
        while (true)
        {
            var piece = Take(ends, max);
            if (piece.Count > 0 || ended || IsTooLong)
            {
                return piece;
            }

            if (buffer.Length - filled < Utf8Input.MinRoom)
            {
                MakeRoom();
            }

            var read = await input.ReadAsync(buffer.AsMemory(filled), cancellation);
            filled += read;
            ended = read is 0;
        }
    }

    /// <summary>Takes rows back that were read last, so that they are read again.</summary>
    /// <param name="pieces">The rows, one a piece.</param>
    public void Return(IReadOnlyCollection<ReadOnlyMemory<byte>> pieces)
    {
        byte[] rest = [.. pieces.SelectMany(static piece => piece.ToArray()), .. buffer.AsSpan(start, filled - start)];
        (buffer, start, filled) = (rest, 0, rest.Length);
        row -= pieces.Count;
        IsTooLong = false;
    }

    private RowPiece Take(IRowEnds ends, int max)
    {
        var found = new List<int>();
        var at = start;
        while (at < filled && found.Count < max)
        {
            var length = ends.Find(buffer.AsSpan(at, filled - at), ended);
            if (length > MaxRow || (length is 0 && filled - at > MaxRow))
            {
                // The rows before it are told first.
                IsTooLong = found.Count is 0;
                break;
            }

            if (length is 0)
            {
                break;
            }

            at += length;
            found.Add(at - start);
        }

        var piece = new RowPiece(buffer.AsMemory(start, at - start), found, row);
        start = at;
        row += found.Count;
        return piece;
    }

    // Rows that were handed out stay where they are.
    private void MakeRoom()
    {
        var rest = buffer.AsSpan(start, filled - start);
        var larger = new byte[Math.Max(UsualSize, 2 * rest.Length)];
        rest.CopyTo(larger);
        (buffer, start, filled) = (larger, 0, rest.Length);
    }
}
