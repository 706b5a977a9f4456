using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using LeadFilter.Http.Rows;
using LeadFilter.Cli.Standardizing.Columns;
using LeadFilter.Core.Fields;

namespace LeadFilter.Cli.Standardizing.Rows;

/// <summary>
/// NDJSON: one JSON object a line. What is not fixed is copied byte by byte. Only the object's own keys are looked at, not those of
/// objects in it.
/// </summary>
/// <param name="matcher">Tells which field a key holds.</param>
internal sealed class NdjsonForm(ColumnMatcher matcher) : IRowForm
{
    /// <inheritdoc/>
    public string RowWord => "line";

    /// <inheritdoc/>
    public IRowEnds Ends => LineEnds.Instance;

    /// <inheritdoc/>
    public bool WantsMark => false;

    /// <inheritdoc/>
    public ValueTask<(ReadOnlyMemory<byte> Before, string? Problem)> BeginAsync(WholeRows rows, CancellationToken cancellation) => default;

    /// <inheritdoc/>
    public void Standardize(RowBatch batch)
    {
        var tallies = new Dictionary<string, ColumnTally?>(StringComparer.Ordinal);
        for (var at = 0; at < batch.Rows.Count; at++)
        {
            var line = batch.Rows[at].Span;
            if (line.Trim(" \t\r\n"u8).IsEmpty)
            {
                batch.Output.Write(line);
                continue;
            }

            if (Problem(line, batch, tallies) is { } problem)
            {
                batch.Problem = $"line {batch.Rows.FirstRow + at}: {problem}";
                return;
            }

            batch.Count++;
        }
    }

    private string? Problem(ReadOnlySpan<byte> line, RowBatch batch, Dictionary<string, ColumnTally?> tallies)
    {
        if (!Utf8.IsValid(line))
        {
            return CsvRow.NotUtf8;
        }

        try
        {
            return Standardize(line, batch, tallies) ? null : "not a JSON object";
        }
        catch (JsonException)
        {
            return "not valid JSON";
        }
    }

    private bool Standardize(ReadOnlySpan<byte> line, RowBatch batch, Dictionary<string, ColumnTally?> tallies)
    {
        var reader = new Utf8JsonReader(line);
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
        {
            return false;
        }

        var copied = 0;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var tally = TextOf(ref reader) is { } name ? Tally(name, batch, tallies) : null;
            reader.Read();
            if (tally is not null && Mend(ref reader, tally) is { } text)
            {
                batch.Output.Write(line[copied..(int)reader.TokenStartIndex]);
                Write(
                    batch.Output,
                    text,
                    asText: reader.TokenType is JsonTokenType.String || tally.Kind is not (ValueKind.Number or ValueKind.Flag));
                copied = (int)reader.BytesConsumed;
            }

            reader.Skip();
        }

        // Reading on to the end finds what stands behind the object.
        while (reader.Read())
        {
        }

        batch.Output.Write(line[copied..]);
        return true;
    }

    private ColumnTally? Tally(string name, RowBatch batch, Dictionary<string, ColumnTally?> tallies)
    {
        if (!tallies.TryGetValue(name, out var tally))
        {
            tallies[name] = tally = matcher.Find(name) is { } field ? batch.Tally(name, field) : null;
        }

        return tally;
    }

    private static string? Mend(ref Utf8JsonReader reader, ColumnTally tally)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                tally.CountBlank();
                return null;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                tally.CountInvalid("not a single value");
                return null;
            case JsonTokenType.String when TextOf(ref reader) is { } text:
                return tally.Mend(text);
            case JsonTokenType.String:
                tally.CountInvalid("half of a surrogate pair");
                return null;
            default:
                return tally.Mend(Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }

    /// <summary>The text at the reader; null if it is an escape that is no character.</summary>
    private static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static void Write(ArrayBufferWriter<byte> output, string text, bool asText)
    {
        if (!asText)
        {
            Encoding.UTF8.GetBytes(text, output);
            return;
        }

        output.Write("\""u8);
        output.Write(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
        output.Write("\""u8);
    }
}
