using LeadFilter.Cli.Standardizing.Rows;

namespace LeadFilter.Cli.Files;

/// <summary>Takes a file apart into pieces of whole rows.</summary>
/// <param name="input">The file.</param>
/// <param name="form">Its form.</param>
internal sealed class WholeRows(Stream input, IRowForm form)
{
    /// <summary>The longest row, in bytes.</summary>
    public const int LongestRow = 1024 * 1024;

    /// <summary>The bytes of a usual piece: some hundred leads, and small enough not to be a large object.</summary>
    private const int UsualSize = 64 * 1024;

    private byte[] rest = [];
    private long row = 1;
    private bool ended;
    private long bytesRead;

    /// <summary>How much of the file was read, in bytes. May be asked by another thread.</summary>
    public long BytesRead => Interlocked.Read(ref bytesRead);

    /// <summary>What is wrong with the row that comes next; null if nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>Reads the next whole rows.</summary>
    /// <param name="cancellation">Stops.</param>
    /// <returns>The rows and the number of the first, from 1; no rows at the end and at a problem.</returns>
    public async ValueTask<(ReadOnlyMemory<byte> Rows, long FirstRow)> ReadAsync(CancellationToken cancellation)
    {
        var buffer = new byte[Math.Max(UsualSize, rest.Length)];
        rest.CopyTo(buffer, 0);
        var filled = rest.Length;
        while (true)
        {
            while (!ended && filled < buffer.Length)
            {
                var read = await input.ReadAsync(buffer.AsMemory(filled), cancellation);
                filled += read;
                ended = read is 0;
                Interlocked.Add(ref bytesRead, read);
            }

            var end = form.Cut(buffer.AsSpan(0, filled), out var rows);
            if (ended)
            {
                end = filled;
            }

            if (end > 0 || ended)
            {
                rest = buffer[end..filled];
                var first = row;
                row += rows;
                return (buffer.AsMemory(0, end), first);
            }

            if (filled > LongestRow)
            {
                Problem = $"{form.RowWord} {row}: longer than {LongestRow / 1024} KB; is a quote not closed?";
                return (default, row);
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }
    }
}
