using System.Buffers;
using System.Text;

namespace LeadFilter.Http.Rows;

/// <summary>
/// Tells whether a file is certainly in Windows-1252, as spreadsheets on Windows write CSV. Nothing in such a file says so, and
/// whoever guesses wrong puts other names into a list. So it is believed only if the file holds nothing that UTF-8 could be
/// read from, nothing that Windows-1252 does not have, and no letter or sign where only another encoding would have it.
/// </summary>
internal static class Windows1252File
{
    private const int PieceSize = 64 * 1024;

    // Longer runs of bytes beyond ASCII are words of Cyrillic, Greek or Asian encodings.
    private const int LongestRun = 3;

    /// <summary>Control characters, which no text has, and all that is not ASCII.</summary>
    private static readonly SearchValues<byte> Telling = SearchValues.Create(
    [
        .. Enumerable.Range(0, 256)
            .Select(static one => (byte)one)
            .Where(static one => one is >= 0x7F or (< 0x20 and not (>= 9 and <= 13))),
    ]);

    private static readonly SearchValues<byte> Undefined = SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);

    /// <summary>Signs that do not follow a letter; DOS, Macintosh and Latin-2 have letters there.</summary>
    private static readonly SearchValues<byte> NotAfterLetter = SearchValues.Create(
    [
        0x82, 0x83, 0x84, 0x86, 0x87, 0x88, 0x89, 0x8B, 0x9B, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xAC, 0xAF, 0xB1, 0xB3, 0xB4,
        0xB6, 0xB8, 0xB9, 0xBC, 0xBD, 0xBE, 0xBF,
    ]);

    /// <summary>Reads the file as far as it takes to know, and goes back to where it stood.</summary>
    /// <param name="stream">A file in which one can go back.</param>
    /// <param name="from">Where the text begins.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False also if it is UTF-8 or ASCII.</returns>
    public static async ValueTask<bool> IsCertainAsync(Stream stream, long from, CancellationToken cancellation)
    {
        var stood = stream.Position;
        try
        {
            stream.Position = from;
            return await SearchAsync(stream, cancellation);
        }
        finally
        {
            stream.Position = stood;
        }
    }

    private static async ValueTask<bool> SearchAsync(Stream stream, CancellationToken cancellation)
    {
        var buffer = new byte[PieceSize];
        var (kept, from, found) = (0, 0, false);
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(kept), cancellation);
            var bytes = buffer.AsMemory(0, kept + read);
            if (!Judge(bytes.Span, ref from, last: read is 0, ref found))
            {
                return false;
            }

            if (read is 0)
            {
                return found;
            }

            // The byte before the next run goes along: it tells whether a word goes on.
            var rest = bytes[Math.Max(from - 1, 0)..];
            rest.CopyTo(buffer);
            (kept, from) = (rest.Length, Math.Min(from, 1));
        }
    }

    /// <summary>Judges what is not ASCII in a piece.</summary>
    /// <param name="bytes">The piece.</param>
    /// <param name="from">Where to begin; then where to go on with the next piece.</param>
    /// <param name="last">Whether the file ends with it.</param>
    /// <param name="found">Becomes true if something speaks for Windows-1252.</param>
    /// <returns>Whether nothing speaks against it.</returns>
    private static bool Judge(ReadOnlySpan<byte> bytes, ref int from, bool last, ref bool found)
    {
        while (bytes[from..].IndexOfAny(Telling) is >= 0 and var next)
        {
            var start = from + next;
            var length = bytes[start..].IndexOfAnyInRange<byte>(0, 0x7F);
            length = length < 0 ? bytes.Length - start : length;
            if (length > LongestRun)
            {
                return false;
            }

            if (start + length == bytes.Length && !last)
            {
                from = start;
                return true;
            }

            if (!IsPlausible(
                start > 0 ? bytes[start - 1] : (byte)0,
                bytes.Slice(start, length),
                start + length < bytes.Length ? bytes[start + length] : (byte)0))
            {
                return false;
            }

            found = true;
            from = start + length;
        }

        from = bytes.Length;
        return true;
    }

    private static bool IsPlausible(byte before, ReadOnlySpan<byte> run, byte after)
    {
        if (run.IsEmpty || run.ContainsAny(Undefined))
        {
            return false;
        }

        for (var at = 0; at < run.Length; at++)
        {
            if (Rune.DecodeFromUtf8(run[at..], out _, out _) is OperationStatus.Done)
            {
                return false;
            }
        }

        var (first, isInWord) = (run[0], char.IsAsciiLetter((char)before));
        return isInWord
            ? !NotAfterLetter.Contains(first)
                && !(IsCapital(first) && (char.IsAsciiLetterLower((char)before) || char.IsAsciiLetterLower((char)after)))
                && !(first is 0x93 or 0x94 or 0x96 or 0x97 && char.IsAsciiLetterLower((char)after))
            : run.Length is 1 || char.IsAsciiLetter((char)after) || run.ContainsAnyInRange<byte>(0x80, 0xBF);
    }

    private static bool IsCapital(byte one) => one is 0x8A or 0x8C or 0x8E or 0x9F or (>= 0xC0 and <= 0xDE and not 0xD7);
}
