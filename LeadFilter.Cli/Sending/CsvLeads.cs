using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace LeadFilter.Cli.Sending;

/// <summary>
/// Leads as CSV (RFC 4180, commas, UTF-8): the first row names the keys, every other row is a lead of texts. An empty cell means
/// that the lead does not have the key.
/// </summary>
internal static class CsvLeads
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads leads as they come; only the row in hand is kept.</summary>
    /// <param name="stream">The rows; left open.</param>
    /// <param name="reader">Reads a row's JSON.</param>
    /// <param name="cancellation">Stops.</param>
    public static async IAsyncEnumerable<LineReading> ReadAsync(
        Stream stream,
        LeadLineReader reader,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? damage = null;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = _ => damage = "a quote in the middle of a cell; write it twice and the cell in quotes",
            IgnoreBlankLines = true,
            MaxFieldSize = LeadLineReader.LongestLine,
        };
        using var text = new StreamReader(stream, leaveOpen: true);
        using var parser = new CsvParser(text, configuration, leaveOpen: true);
        string[]? header = null;
        for (var before = 0; ; before = parser.RawRow)
        {
            cancellation.ThrowIfCancellationRequested();
            damage = null;
            var row = await TryReadRowAsync(parser);
            var number = before + 1;
            if (row is { Ended: true })
            {
                yield break;
            }

            if (row.Cells is null)
            {
                yield return LineReading.Broken(number, $"a cell longer than {LeadLineReader.LongestLine / 1024} KB; is a quote not closed?");
                yield break;
            }

            damage ??= header is null ? DamageOfHeader(row.Cells) : DamageOfRow(row.Cells, header);
            if (damage is not null)
            {
                yield return LineReading.Broken(number, damage);
            }
            else if (header is not null)
            {
                yield return reader.Read(Json(header, row.Cells), number);
            }

            if (header is null && damage is not null)
            {
                yield break;
            }

            header ??= row.Cells;
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

    private static string? DamageOfHeader(string[] names) =>
        names.Any(string.IsNullOrWhiteSpace) ? "the header has a column without a name"
        : names.Distinct().Count() < names.Length ? "the header names a column twice"
        : null;

    private static string? DamageOfRow(string[] cells, string[] header) =>
        cells.Length == header.Length ? null : $"{cells.Length} cells, but the header has {header.Length}";

    private static ReadOnlySpan<byte> Json(string[] names, string[] cells)
    {
        var json = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(json, Plain))
        {
            writer.WriteStartObject();
            for (var i = 0; i < names.Length; i++)
            {
                if (cells[i].Length > 0)
                {
                    writer.WriteString(names[i], cells[i]);
                }
            }

            writer.WriteEndObject();
        }

        return json.WrittenSpan;
    }
}
