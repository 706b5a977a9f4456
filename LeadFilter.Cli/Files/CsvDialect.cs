using System.Buffers;
using System.Text;

namespace LeadFilter.Cli.Files;

/// <summary>Reads and writes the cells of CSV (RFC 4180) with one delimiter; rows end with LF or CRLF.</summary>
/// <param name="delimiter">What stands between cells.</param>
internal sealed class CsvDialect(byte delimiter)
{
    private const byte Quote = (byte)'"';

    private readonly SearchValues<byte> endsOfCell = SearchValues.Create([delimiter, Quote, (byte)'\r', (byte)'\n']);

    /// <summary>Finds the dialect of a file: the delimiter that its header has most, of comma, semicolon, tab and bar.</summary>
    /// <param name="header">The first row.</param>
    public static CsvDialect Of(ReadOnlySpan<byte> header)
    {
        Span<int> counts = stackalloc int[4];
        var quoted = false;
        foreach (var one in header)
        {
            quoted ^= one is Quote;
            var which = quoted ? -1 : ",;\t|"u8.IndexOf(one);
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

        return new(",;\t|"u8[best]);
    }

    /// <summary>Reads a row.</summary>
    /// <param name="bytes">Bytes that begin with the row; there must be at least one.</param>
    /// <param name="cells">Takes the cells.</param>
    /// <param name="length">The row's bytes, with its end.</param>
    /// <returns>What is wrong; null if nothing is.</returns>
    public string? ReadRow(ReadOnlySpan<byte> bytes, List<CsvCell> cells, out int length)
    {
        cells.Clear();
        for (var at = 0; ;)
        {
            if (ReadCell(bytes, at, out var cell) is { } problem)
            {
                length = 0;
                return problem;
            }

            cells.Add(cell);
            at = cell.Start + cell.Length;
            if (at == bytes.Length || bytes[at] != delimiter)
            {
                length = at + EndOfRow(bytes[at..]);
                return null;
            }

            at++;
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

    private string? ReadCell(ReadOnlySpan<byte> bytes, int start, out CsvCell cell)
    {
        if (start < bytes.Length && bytes[start] is Quote)
        {
            return ReadQuoted(bytes, start, out cell);
        }

        var length = bytes[start..].IndexOfAny(endsOfCell);
        length = length < 0 ? bytes.Length - start : length;
        cell = new(start, length, Quoted: false, Escaped: false);
        var rest = bytes[(start + length)..];
        return rest is [Quote, ..] ? "a quote in the middle of a cell; write it twice and the cell in quotes"
            : rest is [(byte)'\r', ..] && EndOfRow(rest) is 0 ? "a carriage return without a line feed"
            : null;
    }

    private string? ReadQuoted(ReadOnlySpan<byte> bytes, int start, out CsvCell cell)
    {
        cell = default;
        var escaped = false;
        for (var at = start + 1; ; at += 2)
        {
            var next = bytes[at..].IndexOf(Quote);
            if (next < 0)
            {
                return "a quote that is not closed";
            }

            at += next;
            if (bytes[(at + 1)..] is not [Quote, ..])
            {
                cell = new(start, at + 1 - start, Quoted: true, escaped);
                var rest = bytes[(at + 1)..];
                return rest.IsEmpty || rest[0] == delimiter || EndOfRow(rest) > 0 ? null : "text behind a closing quote";
            }

            escaped = true;
        }
    }

    // A carriage return at the very end of the file ends its last row.
    private static int EndOfRow(ReadOnlySpan<byte> rest) => rest switch
    {
        [(byte)'\n', ..] => 1,
        [(byte)'\r', (byte)'\n', ..] => 2,
        [(byte)'\r'] => 1,
        _ => 0,
    };
}
