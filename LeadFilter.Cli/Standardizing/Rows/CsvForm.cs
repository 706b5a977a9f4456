using System.Buffers;
using System.Text;
using System.Text.Unicode;
using LeadFilter.Cli.Files;
using LeadFilter.Cli.Standardizing.Columns;
using LeadFilter.Core.Fields;

namespace LeadFilter.Cli.Standardizing.Rows;

/// <summary>
/// CSV with a header. What is not mended is copied byte by byte: delimiter, quotes, ends of rows, blank lines. Cells of any column that a
/// spreadsheet would run are made text.
/// </summary>
/// <param name="matcher">Tells which field a column holds.</param>
/// <param name="keepFormulas">Whether such cells are copied, too.</param>
internal sealed class CsvForm(ColumnMatcher matcher, bool keepFormulas) : IRowForm
{
    private CsvDialect dialect = new((byte)',');
    private (int Index, string Column, FieldDefinition Field)[] matched = [];
    private int width;

    /// <inheritdoc/>
    public string RowWord => "row";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <inheritdoc/>
    public int Begin(ReadOnlySpan<byte> bytes, out string? problem)
    {
        var mark = bytes.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        bytes = bytes[mark..];
        if (bytes.IsEmpty)
        {
            problem = "the file has no header";
            return mark;
        }

        var headerEnd = EndOfFirstRow(bytes);
        dialect = CsvDialect.Of(bytes[..headerEnd]);
        var cells = new List<CsvCell>();
        problem = Utf8.IsValid(bytes[..headerEnd]) ? dialect.ReadRow(bytes, cells, out headerEnd) : "not UTF-8";
        if (problem is not null)
        {
            problem = $"row 1: {problem}";
            return mark;
        }

        var names = new string[cells.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = CsvDialect.Text(bytes, cells[i]);
        }

        width = names.Length;
        matched = [.. names.Select((name, index) => (Index: index, Column: name, Field: matcher.Find(name)!)).Where(one => one.Field is not null)];
        problem = matcher.Unknown(names) is { } missing ? $"--map: the header has no column '{missing}'" : null;
        return mark + headerEnd;
    }

    /// <inheritdoc/>
    public int Cut(ReadOnlySpan<byte> bytes, out int rows)
    {
        rows = 0;
        var end = 0;
        var quoted = false;
        for (var at = 0; bytes[at..].IndexOfAny((byte)'"', (byte)'\n') is >= 0 and var next;)
        {
            at += next + 1;
            if (bytes[at - 1] is (byte)'"')
            {
                quoted = !quoted;
            }
            else if (!quoted)
            {
                rows++;
                end = at;
            }
        }

        return end;
    }

    /// <inheritdoc/>
    public void Standardize(RowBatch batch)
    {
        var tallies = Array.ConvertAll(matched, one => batch.Tally(one.Column, one.Field));
        var cells = new List<CsvCell>(width);
        var rest = batch.Rows;
        var readable = Utf8.IsValid(rest);
        for (var number = batch.FirstRow; !rest.IsEmpty; number++)
        {
            var problem = dialect.ReadRow(rest, cells, out var length);
            var row = rest[..length];
            rest = rest[length..];
            if (problem is null && cells is [{ Length: 0 }])
            {
                batch.Output.Write(row);
                continue;
            }

            problem ??= cells.Count != width ? $"{cells.Count} cells, but the header has {width}"
                : readable || Utf8.IsValid(row) ? null
                : "not UTF-8";
            if (problem is not null)
            {
                batch.Problem = $"row {number}: {problem}";
                return;
            }

            Standardize(row, cells, tallies, batch);
            batch.Count++;
        }
    }

    private static int EndOfFirstRow(ReadOnlySpan<byte> bytes)
    {
        var quoted = false;
        for (var i = 0; i < bytes.Length; i++)
        {
            quoted ^= bytes[i] is (byte)'"';
            if (!quoted && bytes[i] is (byte)'\n')
            {
                return i + 1;
            }
        }

        return bytes.Length;
    }

    private void Standardize(ReadOnlySpan<byte> row, List<CsvCell> cells, ColumnTally[] tallies, RowBatch batch)
    {
        var (output, copied, next) = (batch.Output, 0, 0);
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = cells[i];
            var isMatched = next < matched.Length && matched[next].Index == i;
            if (isMatched && tallies[next++].Mend(CsvDialect.Text(row, cell)) is { } text)
            {
                output.Write(row[copied..cell.Start]);
                dialect.Write(output, Guarded(text, batch), cell.Quoted);
                copied = cell.Start + cell.Length;
                continue;
            }

            var start = cell.Start + (cell.Quoted ? 1 : 0);
            if (!keepFormulas && FormulaCell.Is(row[start..(cell.Start + cell.Length)].TrimEnd((byte)'"')))
            {
                output.Write(row[copied..start]);
                Encoding.UTF8.GetBytes(FormulaCell.Guard, output);
                batch.Guarded++;
                copied = start;
            }
        }

        output.Write(row[copied..]);
    }

    private string Guarded(string text, RowBatch batch)
    {
        if (keepFormulas || !FormulaCell.Is(text))
        {
            return text;
        }

        batch.Guarded++;
        return FormulaCell.Guard + text;
    }
}
