using System.Text;

namespace LeadFilter.Http.Rows;

/// <summary>
/// The text of a file as UTF-8: the one decoder of every file. UTF-16 and UTF-32 are known by their byte order mark, UTF-16 also
/// by its first characters, and Windows-1252 by the whole file if one can go back in it. All else is read as it stands, so
/// that a row that is not UTF-8 can be named. A mark is left out.
/// </summary>
/// <param name="stream">The file; left open.</param>
internal sealed class Utf8Input(Stream stream)
{
    /// <summary>The least room that a reader must offer.</summary>
    public const int MinRoom = 16 * 1024;

    // A byte of Windows-1252 becomes at most three of UTF-8; so do two of UTF-16.
    private const int RawSize = MinRoom / 3;

    private const string Windows1252 = "Windows-1252";

    // A noncharacter, which no text has, stands for what cannot be decoded.
    private const string Undecodable = "\uFDD0";
    private const byte NeverUtf8 = 0xFF;

    // The longer mark first: that of UTF-32 begins like that of UTF-16.
    private static readonly (byte[] Bytes, string Name)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], "utf-8"),
        ([0xFF, 0xFE, 0x00, 0x00], "utf-32"),
        ([0x00, 0x00, 0xFE, 0xFF], "utf-32BE"),
        ([0xFF, 0xFE], "utf-16"),
        ([0xFE, 0xFF], "utf-16BE"),
    ];

    private bool begun;
    private long bytesRead;
    private Decoder? decoder;
    private byte[] raw = [];
    private char[] decoded = [];

    /// <summary>The mark of a file that is UTF-8.</summary>
    public static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> UndecodableBytes => [0xEF, 0xB7, 0x90];

    /// <summary>Whether the file began with a mark.</summary>
    public bool HasMark { get; private set; }

    /// <summary>The encoding from which it is decoded; null if it is read as UTF-8.</summary>
    public string? DecodedFrom { get; private set; }

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

    /// <summary>Finds the encoding. No more is waited for than tells a mark: somebody may be typing.</summary>
    private async ValueTask<int> BeginAsync(Memory<byte> target, CancellationToken cancellation)
    {
        var (from, filled) = (stream.CanSeek ? stream.Position : 0, 0);
        for (var read = 1; read > 0 && MayGrowToSign(target.Span[..filled]);)
        {
            read = await ReadRawAsync(target[filled..RawSize], cancellation);
            filled += read;
        }

        var (mark, name) = Array.Find(Marks, one => target.Span[..filled].StartsWith(one.Bytes));
        HasMark = mark is not null;
        var text = target[(mark?.Length ?? 0)..filled];
        if ((name ?? Utf16Of(text.Span)) is not { } encoding)
        {
            if (!stream.CanSeek || !await Windows1252File.IsCertainAsync(stream, from, cancellation))
            {
                return filled;
            }

            DecodeFrom(CodePagesEncodingProvider.Instance.GetEncoding(Windows1252)!, Windows1252);
            return Decode(text.ToArray(), target.Span, last: false);
        }

        if (encoding is "utf-8")
        {
            text.CopyTo(target);
            return text.Length;
        }

        DecodeFrom(
            Encoding.GetEncoding(encoding, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(Undecodable)),
            encoding.StartsWith("utf-32", StringComparison.Ordinal) ? "UTF-32" : "UTF-16");
        return Decode(text.ToArray(), target.Span, last: false);
    }

    private void DecodeFrom(Encoding encoding, string name)
    {
        DecodedFrom = name;
        decoder = encoding.GetDecoder();
        raw = new byte[RawSize];
        decoded = new char[RawSize];
    }

    private static bool MayGrowToSign(ReadOnlySpan<byte> beginning)
    {
        foreach (var (mark, _) in Marks)
        {
            if (beginning.Length < mark.Length && mark.AsSpan().StartsWith(beginning))
            {
                return true;
            }
        }

        return beginning is [var one] ? IsPrintable(one) : beginning.Length < 4 && beginning.Contains((byte)0);
    }

    /// <summary>The form of UTF-16 that begins with two characters of ASCII; no other text has a NUL beside each.</summary>
    private static string? Utf16Of(ReadOnlySpan<byte> beginning) => beginning switch
    {
        [var one, 0, var two, 0, ..] when IsPrintable(one) && IsPrintable(two) => "utf-16",
        [0, var one, 0, var two, ..] when IsPrintable(one) && IsPrintable(two) => "utf-16BE",
        _ => null,
    };

    private static bool IsPrintable(byte one) => one is >= 0x20 and < 0x7F;

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
        var written = Encoding.UTF8.GetBytes(decoded.AsSpan(0, count), target);
        var text = target[..written];
        while (text.IndexOf(UndecodableBytes) is >= 0 and var at)
        {
            // The row of which this is a part is refused, as one that is not UTF-8.
            text.Slice(at, UndecodableBytes.Length).Fill(NeverUtf8);
            text = text[(at + UndecodableBytes.Length)..];
        }

        return written;
    }

    // A read of a terminal ends only with a line, whatever its token says; so the wait for it is what is given up.
    private async ValueTask<int> ReadRawAsync(Memory<byte> target, CancellationToken cancellation)
    {
        var read = await stream.ReadAsync(target, cancellation).AsTask().WaitAsync(cancellation);
        Interlocked.Add(ref bytesRead, read);
        return read;
    }
}
