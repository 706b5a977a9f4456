using System.Buffers;
using System.Text;

namespace LeadFilter.Http.Rows;

/// <summary>
/// Reads and writes the cells of CSV (RFC 4180) with one delimiter. Byte by byte, so that whoever changes some cells can copy
/// the rest as it stands.
/// </summary>
/// <param name="delimiter">What stands between cells.</param>
/// <param name="rowEnd">The byte with which rows end: LF, also behind CR; or CR, as on old Macintoshes.</param>
internal sealed class CsvDialect(byte delimiter, byte rowEnd) : IRowEnds
{
    /// <summary>What may stand between cells.</summary>
    public static ReadOnlySpan<byte> Delimiters => ",;\t|"u8;

    private const byte Quote = (byte)'"';

    private readonly SearchValues<byte> endsOfCell = SearchValues.Create([delimiter, Quote, (byte)'\r', (byte)'\n']);

    /// <summary>How many rows' ends there are, as an editor counts lines.</summary>
    /// <param name="bytes">Whole rows.</param>
    public int CountLines(ReadOnlySpan<byte> bytes) => bytes.Count(rowEnd);

    /// <inheritdoc/>
    public int Find(ReadOnlySpan<byte> bytes, bool last)
    {
        for (var at = 0; ; at++)
        {
            var next = bytes[at..].IndexOfAny(Quote, rowEnd);
            if (next < 0)
            {
                return last ? bytes.Length : 0;
            }

            at += next;
            if (bytes[at] == rowEnd)
            {
                return at + 1;
            }

            // A quote in the middle of a cell is a mistake and opens nothing: the next row is found all the same.
            if ((at is 0 || bytes[at - 1] == delimiter) && (at = FindClosingQuote(bytes, at, out _)) < 0)
            {
                return last ? bytes.Length : 0;
            }
        }
    }

    /// <summary>Reads the cells of a row.</summary>
    /// <param name="row">The row, with its end.</param>
    /// <param name="cells">Takes the cells.</param>
    /// <returns>What is wrong; null if nothing is.</returns>
    public string? Read(ReadOnlySpan<byte> row, List<CsvCell> cells)
    {
        cells.Clear();
        for (var at = 0; ; at++)
        {
            if (ReadCell(row, at, out var cell) is { } problem)
            {
                return problem;
            }

            cells.Add(cell);
            at = cell.Start + cell.Length;
            if (at == row.Length || row[at] != delimiter)
            {
                return null;
            }
        }
    }

    /// <summary>A cell's text, without its quotes.</summary>
    /// <param name="row">The row.</param>
    /// <param name="cell">The cell.</param>
    public static string Text(ReadOnlySpan<byte> row, in CsvCell cell)
    {
        var bytes = row.Slice(cell.Start, cell.Length);
        var text = Encoding.UTF8.GetString(cell.Quoted ? bytes[1..^1] : bytes);
        return cell.Escaped ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    /// <summary>Writes a cell, in quotes if it was or if it has to be.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="text">The text.</param>
    /// <param name="quoted">Whether the cell stood in quotes.</param>
    public void Write(ArrayBufferWriter<byte> output, string text, bool quoted)
    {
        if (quoted || text.AsSpan().ContainsAny([(char)delimiter, '"', '\r', '\n']))
        {
            text = $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        }

        Encoding.UTF8.GetBytes(text, output);
    }

    private string? ReadCell(ReadOnlySpan<byte> row, int start, out CsvCell cell)
    {
        if (start < row.Length && row[start] is Quote)
        {
            return ReadQuoted(row, start, out cell);
        }

        // Spreadsheets keep digits so: ="02139".
        if (row[start..] is [(byte)'=', Quote, ..] && FindClosingQuote(row, start + 1, out _) is >= 0 and var end
            && IsEndOfCell(row[(end + 1)..]))
        {
            cell = new(start, end + 1 - start, Quoted: false, Escaped: false);
            return null;
        }

        var length = row[start..].IndexOfAny(endsOfCell);
        length = length < 0 ? row.Length - start : length;
        cell = new(start, length, Quoted: false, Escaped: false);
        var rest = row[(start + length)..];
        return rest is [Quote, ..] ? "a quote in the middle of a cell; write it twice and the cell in quotes"
            : IsEndOfCell(rest) ? null
            : rest[0] is (byte)'\r' ? "a carriage return without a line feed"
            : "a line feed without a carriage return";
    }

    private string? ReadQuoted(ReadOnlySpan<byte> row, int start, out CsvCell cell)
    {
        var end = FindClosingQuote(row, start, out var escaped);
        if (end < 0)
        {
            cell = default;
            return "a quote that is not closed";
        }

        cell = new(start, end + 1 - start, Quoted: true, escaped);
        return IsEndOfCell(row[(end + 1)..]) ? null : "text behind a closing quote";
    }

    // A carriage return at the very end of the file ends its last row.
    private bool IsEndOfCell(ReadOnlySpan<byte> rest) =>
        rest is [] or [(byte)'\r'] or [(byte)'\r', (byte)'\n'] || rest[0] == delimiter || (rest.Length is 1 && rest[0] == rowEnd);

    private static int FindClosingQuote(ReadOnlySpan<byte> bytes, int opening, out bool escaped)
    {
        escaped = false;
        for (var at = opening + 1; ; at += 2)
        {
            var next = bytes[at..].IndexOf(Quote);
            if (next < 0)
            {
                return -1;
            }

            at += next;
            if (bytes[(at + 1)..] is not [Quote, ..])
            {
                return at;
            }

            escaped = true;
        }
    }
}
