using System.Text.Unicode;

namespace LeadFilter.Http.Rows;

/// <summary>
/// The row of a CSV file that names its columns and shows its dialect: the first one, or the first below the title that
/// spreadsheets and reports like to have.
/// </summary>
internal sealed class CsvHeader
{
    /// <summary>How many rows of a title are looked at.</summary>
    private const int MaxTitle = 8;

    private CsvHeader(ReadOnlyMemory<byte> above, ReadOnlyMemory<byte> bytes)
    {
        var row = bytes.TrimStart("\r\n"u8);
        Bytes = above.IsEmpty ? bytes : (byte[])[.. above.Span, .. bytes.Span];
        Dialect = DialectOf(row.Span);
        Line = 1 + Dialect.CountLines(Bytes.Span[..^row.Length]);
        NextLine = Line + Dialect.CountLines(row.Span);
        var cells = new List<CsvCell>();
        Problem = Utf8.IsValid(row.Span) ? Dialect.Read(row.Span, cells) : CsvRow.NotUtf8;
        var names = new string[cells.Count];
        for (var at = 0; at < names.Length; at++)
        {
            names[at] = CsvDialect.Text(row.Span, cells[at]);
        }

        Names = names;
    }

    /// <summary>How cells are written.</summary>
    public CsvDialect Dialect { get; }

    /// <summary>The header as it stands, with its end, and all that stands above it.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The line on which it stands, from 1.</summary>
    public long Line { get; }

    /// <summary>The line below it.</summary>
    public long NextLine { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What is wrong with it; null if nothing is.</summary>
    public string? Problem { get; }

    private int Known => Names.Count(static name => KnownColumns.Find(name) is not null);

    /// <summary>Reads the header of a file.</summary>
    /// <param name="rows">The file, of which nothing was read.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null if the file has none; it may be too long.</returns>
    public static async ValueTask<CsvHeader?> ReadAsync(WholeRows rows, CancellationToken cancellation)
    {
        var bytes = (await rows.ReadAsync(Ends.Instance, cancellation, max: 1)).Bytes;
        if (bytes.TrimStart("\r\n"u8).IsEmpty)
        {
            return null;
        }

        var first = new CsvHeader(default, bytes);
        return first.Known > 0 ? first : await FindBelowAsync(first, rows, cancellation) ?? first;
    }

    /// <summary>Finds the header below a first row that names no column we know; takes back what was read for nothing.</summary>
    private static async ValueTask<CsvHeader?> FindBelowAsync(CsvHeader first, WholeRows rows, CancellationToken cancellation)
    {
        var above = first.Bytes;
        var read = new List<ReadOnlyMemory<byte>>();
        while (read.Count < MaxTitle && await rows.ReadAsync(Ends.Instance, cancellation, max: 1) is { Count: > 0 } piece)
        {
            read.Add(piece.Bytes);
            if (piece.Bytes.TrimStart("\r\n"u8).IsEmpty)
            {
                continue;
            }

            var header = new CsvHeader(above, piece.Bytes);

            // No row of values names two columns, and none fits below a title of one cell.
            if (header.Known > 1 || (header.Known is 1 && header.Names.Count > 1 && first.Names.Count is 1))
            {
                return header;
            }

            above = header.Bytes;
        }

        rows.Return(read);
        return null;
    }

    /// <summary>What is wrong with the number of a row's cells.</summary>
    /// <param name="cells">How many there are.</param>
    /// <returns>Null if there is one for each column.</returns>
    public string? ProblemOf(int cells) => cells == Names.Count ? null
        : Names.Count is 1 ? $"{cells} cells, but the header has 1; the header must be the first row"
        : $"{cells} cells, but the header has {Names.Count}";

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
