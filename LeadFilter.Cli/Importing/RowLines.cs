using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LeadFilter.Http.Rows;

namespace LeadFilter.Cli.Importing;

/// <summary>Rows of a file as the filter takes them: one JSON object a line.</summary>
internal static class RowLines
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The rows as NDJSON; of two cells of one column the first counts.</summary>
    /// <param name="rows">The rows.</param>
    public static string Of(IReadOnlyList<FileRow> rows)
    {
        using var text = new MemoryStream();
        using var json = new Utf8JsonWriter(text, Plain);
        foreach (var row in rows)
        {
            if (text.Length > 0)
            {
                text.WriteByte((byte)'\n');
            }

            json.WriteStartObject();
            foreach (var (column, value) in row.Cells.DistinctBy(static cell => cell.Key, StringComparer.OrdinalIgnoreCase))
            {
                json.WriteString(column, value);
            }

            json.WriteEndObject();
            json.Flush();
            json.Reset();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }
}
