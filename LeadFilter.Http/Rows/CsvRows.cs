using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace LeadFilter.Http.Rows;

/// <summary>The rows of a CSV file as texts: those below its header, without blank lines.</summary>
/// <param name="header">The header, as it was read from the file.</param>
/// <param name="rows">The file.</param>
internal sealed class CsvRows(CsvHeader header, WholeRows rows)
{
    private readonly List<CsvCell> cells = new(header.Names.Count);

    /// <summary>Reads the rows as they come. A row that cannot be read does not end the reading unless it is too long.</summary>
    /// <param name="cancellation">Stops.</param>
    public async IAsyncEnumerable<CsvRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var line = header.NextLine;
        while (await rows.ReadAsync(header.Dialect, cancellation) is { Count: > 0 } piece)
        {
            for (var at = 0; at < piece.Count; at++)
            {
                if (Read(piece[at].Span, line) is { } row)
                {
                    yield return row;
                }

                line += header.Dialect.CountLines(piece[at].Span);
            }
        }

        if (rows.IsTooLong)
        {
            yield return new(line, [], $"{WholeRows.TooLong}; is a quote not closed?");
        }
    }

    private CsvRow? Read(ReadOnlySpan<byte> row, long line)
    {
        if (row.Trim("\r\n"u8).IsEmpty)
        {
            return null;
        }

        var problem = Utf8.IsValid(row) ? header.Dialect.Read(row, cells) ?? header.ProblemOf(cells.Count) : CsvRow.NotUtf8;
        if (problem is not null)
        {
            return new(line, [], problem);
        }

        var texts = new string[cells.Count];
        for (var at = 0; at < texts.Length; at++)
        {
            texts[at] = CsvDialect.Text(row, cells[at]);
        }

        return new(line, texts, null);
    }
}
