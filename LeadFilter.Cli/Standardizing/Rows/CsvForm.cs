using System.Buffers;
using System.Text.Unicode;
using LeadFilter.Http.Rows;
using LeadFilter.Cli.Standardizing.Columns;
using LeadFilter.Core.Fields;

namespace LeadFilter.Cli.Standardizing.Rows;

/// <summary>
/// CSV with a header. What is not fixed is copied byte by byte: delimiter, quotes, ends of rows, blank lines, rows with too few or too
/// many cells. Cells that a spreadsheet would run are made text: of any column, of such rows, and of the header.
/// </summary>
/// <param name="matcher">Tells which field a column holds.</param>
/// <param name="keepFormulas">Whether such cells are copied, too.</param>
internal sealed class CsvForm(ColumnMatcher matcher, bool keepFormulas) : IRowForm
{
    private CsvHeader? header;
    private (int Index, string Column, FieldDefinition Field)[] matched = [];

    /// <inheritdoc/>
    public string RowWord => "row";

    /// <inheritdoc/>
    public IRowEnds Ends => Header.Dialect;

    private CsvHeader Header => header ?? throw new InvalidOperationException("The header is not read yet.");

    /// <inheritdoc/>
    public bool WantsMark => true;

    /// <inheritdoc/>
    public async ValueTask<(ReadOnlyMemory<byte> Before, string? Problem)> BeginAsync(WholeRows rows, CancellationToken cancellation)
    {
        header = await CsvHeader.ReadAsync(rows, cancellation);
        if (header is null || header.Problem is not null)
        {
            return (default, header is { Problem: { } broken } ? $"row {header.Line}: {broken}"
                : rows.IsTooLong ? $"row 1: {WholeRows.TooLong}"
                : "the file has no header");
        }

        matched =
        [
            .. header.Names.Select(
                (name, index) => (Index: index, Column: name, Field: matcher.Find(name)!)).Where(one => one.Field is not null),
        ];
        return (Guarded(header), matcher.Unknown(header.Names) is { } missing ? $"--map: the header has no column '{missing}'" : null);
    }

    /// <inheritdoc/>
    public void Standardize(RowBatch batch)
    {
        var tallies = Array.ConvertAll(matched, one => batch.Tally(one.Column, one.Field));
        var cells = new List<CsvCell>(Header.Names.Count);
        var readable = Utf8.IsValid(batch.Rows.Bytes.Span);
        for (var at = 0; at < batch.Rows.Count; at++)
        {
            var row = batch.Rows[at].Span;
            var problem = Header.Dialect.Read(row, cells);
            if (problem is null && cells is [{ Length: 0 }])
            {
                batch.Output.Write(row);
                continue;
            }

            problem ??= readable || Utf8.IsValid(row) ? null : CsvRow.NotUtf8;
            if (problem is not null)
            {
                batch.Problem = $"row {batch.Rows.FirstRow + at}: {problem}";
                return;
            }

            if (Header.ProblemOf(cells.Count) is { } uneven)
            {
                // Nobody knows which cell is which.
                batch.LeaveAlone($"row {batch.Rows.FirstRow + at}: {uneven}");
                batch.Guarded += CopyGuarded(row, cells, batch.Output);
            }
            else
            {
                Standardize(row, cells, tallies, batch);
            }

            batch.Count++;
        }
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
                Header.Dialect.Write(output, Guarded(text, batch), cell.Quoted);
                copied = cell.Start + cell.Length;
                continue;
            }

            if (IsFormula(row, cell))
            {
                output.Write(row[copied..cell.Start]);
                Guard(row, cell, output);
                batch.Guarded++;
                copied = cell.Start + cell.Length;
            }
        }

        output.Write(row[copied..]);
    }

    private bool IsFormula(ReadOnlySpan<byte> row, in CsvCell cell) =>
        !keepFormulas && FormulaCell.Is(row.Slice(cell.Start, cell.Length).Trim((byte)'"'));

    /// <summary>Writes a cell as text.</summary>
    private void Guard(ReadOnlySpan<byte> row, in CsvCell cell, ArrayBufferWriter<byte> output) =>
        Header.Dialect.Write(output, FormulaCell.Guard + CsvDialect.Text(row, cell), cell.Quoted);

    private int CopyGuarded(ReadOnlySpan<byte> row, List<CsvCell> cells, ArrayBufferWriter<byte> output)
    {
        var (copied, guarded) = (0, 0);
        foreach (var cell in cells)
        {
            if (IsFormula(row, cell))
            {
                output.Write(row[copied..cell.Start]);
                Guard(row, cell, output);
                copied = cell.Start + cell.Length;
                guarded++;
            }
        }

        output.Write(row[copied..]);
        return guarded;
    }

    /// <summary>The header and what stands above it. A row above it that is not CSV is copied.</summary>
    private ReadOnlyMemory<byte> Guarded(CsvHeader whole)
    {
        var output = new ArrayBufferWriter<byte>(whole.Bytes.Length + 1);
        var cells = new List<CsvCell>();
        for (var rest = whole.Bytes.Span; !rest.IsEmpty;)
        {
            var row = rest[..whole.Dialect.Find(rest, last: true)];
            rest = rest[row.Length..];
            if (whole.Dialect.Read(row, cells) is null)
            {
                CopyGuarded(row, cells, output);
            }
            else
            {
                output.Write(row);
            }
        }

        return output.WrittenMemory;
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
