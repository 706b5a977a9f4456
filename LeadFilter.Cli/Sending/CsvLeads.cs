using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using LeadFilter.Http.Rows;

namespace LeadFilter.Cli.Sending;

/// <summary>
/// Leads as CSV: the first row names the keys, every other row is a lead of texts. An empty cell means that the lead does not
/// have the key.
/// </summary>
internal static class CsvLeads
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly SearchValues<char> OfKeys = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_.");

    /// <summary>Reads leads as they come.</summary>
    /// <param name="rows">The file.</param>
    /// <param name="reader">Reads a row's JSON.</param>
    /// <param name="cancellation">Stops.</param>
    public static async IAsyncEnumerable<LineReading> ReadAsync(
        WholeRows rows,
        LeadLineReader reader,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var header = await CsvHeader.ReadAsync(rows, cancellation);
        if (header is null)
        {
            if (rows.IsTooLong)
            {
                yield return LineReading.Broken(1, WholeRows.TooLong);
            }

            yield break;
        }

        if ((header.Problem ?? DamageOf(header.Names)) is { } damage)
        {
            yield return LineReading.Broken(header.Line, damage);
            yield break;
        }

        var keys = KeysOf(header.Names);
        await foreach (var row in new CsvRows(header, rows).ReadAsync(cancellation))
        {
            yield return row.Problem is { } problem
                ? LineReading.Broken(row.Line, problem)
                : reader.Read(Json(keys, row.Cells), row.Line);
        }
    }

    private static string? DamageOf(IReadOnlyList<string> names) =>
        names.Any(string.IsNullOrWhiteSpace) ? "the header has a column without a name"
        : names.Distinct().Count() < names.Count ? "the header names a column twice"
        : null;

    /// <summary>
    /// The keys under which columns are sent. A name that is written as a key is sent as it stands, for the campaign may have a
    /// field or an alias of that name; a label for people, such as <c>First Name</c>, as the standard field that it tells.
    /// </summary>
    private static string[] KeysOf(IReadOnlyList<string> names)
    {
        var keys = names.ToArray();
        for (var at = 0; at < keys.Length; at++)
        {
            var isLabel = keys[at].AsSpan().ContainsAnyExcept(OfKeys);
            if (isLabel && KnownColumns.Find(keys[at]) is { Name: var field } && !keys.Contains(field))
            {
                keys[at] = field;
            }
        }

        return keys;
    }

    private static ReadOnlySpan<byte> Json(string[] keys, IReadOnlyList<string> cells)
    {
        var json = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(json, Plain))
        {
            writer.WriteStartObject();
            for (var i = 0; i < keys.Length; i++)
            {
                if (cells[i].Length > 0)
                {
                    writer.WriteString(keys[i], cells[i]);
                }
            }

            writer.WriteEndObject();
        }

        return json.WrittenSpan;
    }
}
