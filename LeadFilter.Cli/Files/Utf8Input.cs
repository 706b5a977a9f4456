using System.Text;

namespace LeadFilter.Cli.Files;

/// <summary>
/// The text of a file as UTF-8. A file that begins with the byte order mark of UTF-16 or UTF-32 is decoded, any other one is
/// read as it stands; the mark is left out.
/// </summary>
/// <param name="stream">The file; left open.</param>
internal sealed class Utf8Input(Stream stream)
{
    /// <summary>The least room that a reader must offer.</summary>
    public const int MinRoom = 16 * 1024;

    // Two bytes of UTF-16 become at most three of UTF-8.
    private const int RawSize = MinRoom / 2;

    // The longer mark first: that of UTF-32 begins like that of UTF-16.
    private static readonly (byte[] Bytes, Encoding Encoding)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], Encoding.UTF8),
        ([0xFF, 0xFE, 0x00, 0x00], Encoding.UTF32),
        ([0x00, 0x00, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, byteOrderMark: false)),
        ([0xFF, 0xFE], Encoding.Unicode),
        ([0xFE, 0xFF], Encoding.BigEndianUnicode),
    ];

    private bool begun;
    private long bytesRead;
    private Decoder? decoder;
    private byte[] raw = [];
    private char[] decoded = [];

    /// <summary>The mark of a file that is UTF-8.</summary>
    public static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Whether the file began with a mark.</summary>
    public bool HasMark { get; private set; }

    /// <summary>How much of the file was read, in bytes. May be asked by another thread.</summary>
    public long BytesRead => Interlocked.Read(ref bytesRead);

    /// <summary>Reads on.</summary>
    /// <param name="target">Takes UTF-8; at least <see cref="MinRoom"/> bytes.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many bytes there are; 0 at the end.</returns>
    public async ValueTask<int> ReadAsync(Memory<byte> target, CancellationToken cancellation)
    {
        if (!begun)
        {
            begun = true;
            var filled = await BeginAsync(target, cancellation);
            if (filled > 0)
            {
                return filled;
            }
        }

        return decoder is null ? await ReadRawAsync(target, cancellation) : await DecodeAsync(target, cancellation);
    }

    /// <summary>Looks for a mark. No more is waited for than tells whether there is one: somebody may be typing.</summary>
    private async ValueTask<int> BeginAsync(Memory<byte> target, CancellationToken cancellation)
    {
        var filled = 0;
        for (var read = 1; read > 0 && MayGrowToMark(target.Span[..filled]);)
        {
            read = await ReadRawAsync(target[filled..RawSize], cancellation);
            filled += read;
        }

        var (mark, encoding) = Array.Find(Marks, one => target.Span[..filled].StartsWith(one.Bytes));
        if (mark is null)
        {
            return filled;
        }

        HasMark = true;
        var text = target[mark.Length..filled];
        if (encoding.Equals(Encoding.UTF8))
        {
            text.CopyTo(target);
            return text.Length;
        }

        decoder = encoding.GetDecoder();
        raw = new byte[RawSize];
        decoded = new char[RawSize];
        return Decode(text.ToArray(), target.Span, last: false);
    }

    private static bool MayGrowToMark(ReadOnlySpan<byte> beginning)
    {
        foreach (var (mark, _) in Marks)
        {
            if (beginning.Length < mark.Length && mark.AsSpan().StartsWith(beginning))
            {
                return true;
            }
        }

        return false;
    }

    private async ValueTask<int> DecodeAsync(Memory<byte> target, CancellationToken cancellation)
    {
        while (true)
        {
            var read = await ReadRawAsync(raw, cancellation);
            var written = Decode(raw.AsSpan(0, read), target.Span, last: read is 0);
            if (written > 0 || read is 0)
            {
                return written;
            }
        }
    }

    private int Decode(ReadOnlySpan<byte> bytes, Span<byte> target, bool last)
    {
        var count = decoder!.GetChars(bytes, decoded, last);
        return Encoding.UTF8.GetBytes(decoded.AsSpan(0, count), target);
    }

    // A read of a terminal ends only with a line, whatever its token says; so the wait for it is what is given up.
    private async ValueTask<int> ReadRawAsync(Memory<byte> target, CancellationToken cancellation)
    {
        var read = await stream.ReadAsync(target, cancellation).AsTask().WaitAsync(cancellation);
        Interlocked.Add(ref bytesRead, read);
        return read;
    }
}
