using System.Text.Unicode;

namespace LeadFilter.Cli.Files;

/// <summary>The first row of a CSV file, which names its columns and shows its dialect.</summary>
internal sealed class CsvHeader
{
    private CsvHeader(CsvDialect dialect, ReadOnlyMemory<byte> bytes, long line)
    {
        (Dialect, Bytes, Line) = (dialect, bytes, line);
        var row = bytes.TrimStart("\r\n"u8).Span;
        var cells = new List<CsvCell>();
        Problem = Utf8.IsValid(row) ? dialect.Read(row, cells) : CsvRow.NotUtf8;
        var names = new string[cells.Count];
        for (var at = 0; at < names.Length; at++)
        {
            names[at] = CsvDialect.Text(row, cells[at]);
        }

        Names = names;
    }

    /// <summary>How cells are written.</summary>
    public CsvDialect Dialect { get; }

    /// <summary>The header as it stands, with blank lines before it and its end.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The line on which it stands, from 1.</summary>
    public long Line { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What is wrong with it; null if nothing is.</summary>
    public string? Problem { get; }

    /// <summary>Reads the header of a file.</summary>
    /// <param name="rows">The file, of which nothing was read.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null if the file has none; it may be too long.</returns>
    public static async ValueTask<CsvHeader?> ReadAsync(WholeRows rows, CancellationToken cancellation)
    {
        var bytes = (await rows.ReadAsync(Ends.Instance, cancellation, max: 1)).Bytes;
        var row = bytes.TrimStart("\r\n"u8);
        return row.IsEmpty ? null : new(DialectOf(row.Span), bytes, 1 + bytes.Span[..^row.Length].Count((byte)'\n'));
    }

    /// <summary>What is wrong with the number of a row's cells.</summary>
    /// <param name="cells">How many there are.</param>
    /// <returns>Null if there is one for each column.</returns>
    public string? ProblemOf(int cells) => cells == Names.Count ? null : $"{cells} cells, but the header has {Names.Count}";

    /// <summary>The delimiter that the header has most, and its end.</summary>
    private static CsvDialect DialectOf(ReadOnlySpan<byte> row)
    {
        Span<int> counts = stackalloc int[CsvDialect.Delimiters.Length];
        var quoted = false;
        foreach (var one in row)
        {
            quoted ^= one is (byte)'"';
            var which = quoted ? -1 : CsvDialect.Delimiters.IndexOf(one);
            if (which >= 0)
            {
                counts[which]++;
            }
        }

        var best = 0;
        for (var which = 1; which < counts.Length; which++)
        {
            best = counts[which] > counts[best] ? which : best;
        }

        return new(CsvDialect.Delimiters[best], row is [.., (byte)'\r'] ? (byte)'\r' : (byte)'\n');
    }

    /// <summary>Finds the end of the header, of which the dialect is not known yet.</summary>
    private sealed class Ends : IRowEnds
    {
        public static Ends Instance { get; } = new();

        public int Find(ReadOnlySpan<byte> bytes, bool last)
        {
            var quoted = false;
            for (var at = bytes.IndexOfAnyExcept((byte)'\r', (byte)'\n'); at >= 0 && at < bytes.Length; at++)
            {
                quoted ^= bytes[at] is (byte)'"';
                switch (bytes[at..])
                {
                    case [(byte)'\r', (byte)'\n', ..] when !quoted:
                        return at + 2;
                    case [(byte)'\r'] when !quoted && !last:
                        return 0;
                    case [(byte)'\r' or (byte)'\n', ..] when !quoted:
                        return at + 1;
                }
            }

            return last ? bytes.Length : 0;
        }
    }
}
