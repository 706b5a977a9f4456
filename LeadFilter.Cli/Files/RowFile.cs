using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace LeadFilter.Cli.Files;

/// <summary>
/// A file to import, read row by row: CSV with a header (<c>.csv</c>), one JSON object a line (<c>.ndjson</c>, <c>.jsonl</c>), or one
/// value a line (any other name, and <c>-</c> for the standard input).
/// </summary>
/// <param name="stream">The file; closed with this.</param>
/// <param name="form">Its form.</param>
internal sealed class RowFile(Stream stream, FileForm form) : IAsyncDisposable
{
    /// <summary>The most characters of a line, and of a cell.</summary>
    public const int LongestLine = 1024 * 1024;

    /// <summary>The form of the file.</summary>
    public FileForm Form { get; } = form;

    /// <summary>How long it is, in bytes; 0 if nobody knows.</summary>
    public long Length => stream.CanSeek ? stream.Length : 0;

    /// <summary>How much of it was read, in bytes. May be asked by another thread.</summary>
    public long BytesRead => stream.CanSeek ? stream.Position : 0;

    /// <summary>Opens a file.</summary>
    /// <param name="path">Its path; <c>-</c> for the standard input.</param>
    /// <param name="openInput">Opens the standard input.</param>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be opened.</exception>
    public static RowFile Open(string path, Func<Stream> openInput) => path is "-"
        ? new(openInput(), FileForm.Lines)
        : new(
            new FileStream(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, Share = FileShare.ReadWrite }),
            Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".csv" => FileForm.Csv,
                ".ndjson" or ".jsonl" => FileForm.Ndjson,
                _ => FileForm.Lines,
            });

    /// <summary>Reads the rows as they come. A row that cannot be read does not end the reading unless the next one cannot be found.</summary>
    /// <param name="cancellation">Stops.</param>
    public IAsyncEnumerable<FileRow> ReadAsync(CancellationToken cancellation) =>
        Form == FileForm.Csv ? ReadCsvAsync(cancellation) : ReadLinesAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private async IAsyncEnumerable<FileRow> ReadCsvAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        string? damage = null;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = _ => damage = "a quote in the middle of a cell; write it twice and the cell in quotes",
            IgnoreBlankLines = false,
            DetectDelimiter = true,
            MaxFieldSize = LongestLine,
        };
        using var text = new StreamReader(stream, leaveOpen: true);
        using var parser = new CsvParser(text, configuration, leaveOpen: true);
        string[]? header = null;
        for (var before = 0L; ; before = parser.RawRow)
        {
            cancellation.ThrowIfCancellationRequested();
            damage = null;
            var (cells, ended) = await TryReadRowAsync(parser);
            if (ended)
            {
                yield break;
            }

            if (cells is null)
            {
                yield return FileRow.Broken(before + 1, $"a cell longer than {LongestLine / 1024} KB; is a quote not closed?");
                yield break;
            }

            if (cells is [""])
            {
                continue;
            }

            if (header is null)
            {
                header = cells;
            }
            else if (damage is not null || cells.Length != header.Length)
            {
                yield return FileRow.Broken(before + 1, damage ?? $"{cells.Length} cells, but the header has {header.Length}");
            }
            else
            {
                yield return new(before + 1, Pair(header, cells), null);
            }
        }
    }

    private static async ValueTask<(string[]? Cells, bool Ended)> TryReadRowAsync(CsvParser parser)
    {
        try
        {
            return await parser.ReadAsync() ? (parser.Record, false) : (null, true);
        }
        catch (MaxFieldSizeException)
        {
            return (null, false);
        }
    }

    private static List<KeyValuePair<string, string>> Pair(string[] header, string[] cells)
    {
        var pairs = new List<KeyValuePair<string, string>>(header.Length);
        for (var at = 0; at < header.Length; at++)
        {
            if (!string.IsNullOrWhiteSpace(cells[at]))
            {
                pairs.Add(new(header[at], cells[at]));
            }
        }

        return pairs;
    }

    private async IAsyncEnumerable<FileRow> ReadLinesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var text = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
        var buffer = new char[16 * 1024];
        var line = new StringBuilder();
        var number = 1L;
        for (int read; (read = await text.ReadAsync(buffer.AsMemory(), cancellation).AsTask().WaitAsync(cancellation)) > 0;)
        {
            var start = 0;
            while (buffer.AsSpan(start, read - start).IndexOf('\n') is >= 0 and var length)
            {
                line.Append(buffer, start, length);
                start += length + 1;
                if (RowOf(line, number++) is { } row)
                {
                    yield return row;
                }
            }

            line.Append(buffer, start, read - start);
            if (line.Length > LongestLine)
            {
                yield return FileRow.Broken(number, $"longer than {LongestLine / 1024} KB");
                yield break;
            }
        }

        if (RowOf(line, number) is { } last)
        {
            yield return last;
        }
    }

    private FileRow? RowOf(StringBuilder line, long number)
    {
        var text = line.ToString().Trim();
        line.Clear();
        return text.Length == 0 ? null
            : Form == FileForm.Ndjson ? ReadJson(text, number)
            : new(number, [new("", text)], null);
    }

    private static FileRow ReadJson(string text, long number)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind == JsonValueKind.String)
            {
                return new(number, [new("", json.RootElement.GetString()!)], null);
            }

            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return FileRow.Broken(number, "neither a JSON object nor a JSON text");
            }

            var cells = new List<KeyValuePair<string, string>>();
            Flatten(json.RootElement, "", cells);
            return new(number, cells, null);
        }
        catch (JsonException)
        {
            return FileRow.Broken(number, "not valid JSON");
        }
        catch (InvalidOperationException)
        {
            return FileRow.Broken(number, "a text that is not Unicode");
        }
    }

    private static void Flatten(JsonElement json, string prefix, List<KeyValuePair<string, string>> cells)
    {
        foreach (var member in json.EnumerateObject())
        {
            switch (member.Value.ValueKind)
            {
                case JsonValueKind.Object:
                    Flatten(member.Value, $"{prefix}{member.Name}.", cells);
                    break;
                case JsonValueKind.String when !string.IsNullOrWhiteSpace(member.Value.GetString()):
                    cells.Add(new(prefix + member.Name, member.Value.GetString()!));
                    break;
                case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                    cells.Add(new(prefix + member.Name, member.Value.GetRawText()));
                    break;
            }
        }
    }
}
