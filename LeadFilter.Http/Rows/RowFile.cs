using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace LeadFilter.Http.Rows;

/// <summary>A file of rows of any form, read row by row: the cells of each by the names of their columns.</summary>
/// <param name="stream">The file; closed with this.</param>
/// <param name="form">Its form.</param>
internal sealed class RowFile(Stream stream, FileForm form) : IAsyncDisposable
{
    private readonly WholeRows rows = new(stream);

    /// <summary>The form of the file.</summary>
    public FileForm Form { get; } = form;

    /// <summary>How long it is, in bytes; 0 if nobody knows.</summary>
    public long Length => stream.CanSeek ? stream.Length : 0;

    /// <summary>How much of it was read, in bytes. May be asked by another thread.</summary>
    public long BytesRead => rows.BytesRead;

    /// <summary>What the user must know about how it is read; null if there is nothing, or nothing was read yet.</summary>
    public string? Note => rows.Note;

    /// <summary>The names of its columns; null if it has none, or nothing was read yet.</summary>
    public IReadOnlyList<string>? Columns { get; private set; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">Its path, which tells the form; <c>-</c> for lines from the standard input.</param>
    /// <param name="openInput">Opens the standard input.</param>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be opened.</exception>
    public static RowFile Open(string path, Func<Stream> openInput) =>
        path is "-" ? new(openInput(), FileForm.Lines) : new(FileName.Open(path), FileName.FormOf(path));

    /// <summary>
    /// Reads the rows as they come. A row that cannot be read does not end the reading unless the next one cannot be found.
    /// </summary>
    /// <param name="cancellation">Stops.</param>
    public IAsyncEnumerable<FileRow> ReadAsync(CancellationToken cancellation) =>
        Form is FileForm.Csv ? ReadCsvAsync(cancellation) : ReadLinesAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private async IAsyncEnumerable<FileRow> ReadCsvAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var header = await CsvHeader.ReadAsync(rows, cancellation);
        if (header is null || header.Problem is not null)
        {
            if (header?.Problem is not null || rows.IsTooLong)
            {
                yield return FileRow.Broken(header?.Line ?? 1, header?.Problem ?? WholeRows.TooLong);
            }

            yield break;
        }

        if (header.Names.All(static name => name.Length > 0 && name.All(char.IsAsciiDigit)))
        {
            // Nobody calls a column by digits: a file without a header, as that of the national do-not-call list.
            await foreach (var row in ReadUnnamedAsync(header, cancellation))
            {
                yield return row;
            }

            yield break;
        }

        Columns = header.Names;
        await foreach (var row in new CsvRows(header, rows).ReadAsync(cancellation))
        {
            yield return new(row.Line, Pair(header.Names, row.Cells), row.Problem);
        }
    }

    private async IAsyncEnumerable<FileRow> ReadUnnamedAsync(CsvHeader header, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return new(header.Line, [new("", string.Join(',', header.Names))], null);
        await foreach (var row in new CsvRows(header, rows).ReadAsync(cancellation))
        {
            yield return new(row.Line, row.Problem is null ? [new("", string.Join(',', row.Cells))] : [], row.Problem);
        }
    }

    // A column without a name is an index or a note, and a cell without a name would be a value that stands alone.
    private static List<KeyValuePair<string, string>> Pair(IReadOnlyList<string> names, IReadOnlyList<string> cells)
    {
        var pairs = new List<KeyValuePair<string, string>>(cells.Count);
        for (var at = 0; at < cells.Count; at++)
        {
            if (!string.IsNullOrWhiteSpace(names[at]) && !string.IsNullOrWhiteSpace(cells[at]))
            {
                pairs.Add(new(names[at], cells[at]));
            }
        }

        return pairs;
    }

    private async IAsyncEnumerable<FileRow> ReadLinesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var line in FileLines.ReadAsync(rows, cancellation))
        {
            if (RowOf(line) is { } row)
            {
                yield return row;
            }
        }
    }

    private FileRow? RowOf(in FileLine line)
    {
        if ((line.Problem ?? (Utf8.IsValid(line.Text.Span) ? null : CsvRow.NotUtf8)) is { } problem)
        {
            return FileRow.Broken(line.Number, problem);
        }

        var text = Encoding.UTF8.GetString(line.Text.Span).Trim();
        return text.Length is 0 ? null
            : Form is FileForm.Ndjson ? JsonRow.Read(text, line.Number)
            : new(line.Number, [new("", text)], null);
    }
}
