using System.Globalization;
using System.Text.Json;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite.Json;

namespace LeadFilter.Sqlite.Tables;

/// <summary>
/// A row's properties as one JSON object. A text is a string, a bool is true or false, a long is a number without point or
/// exponent and a double one with it, a time is <c>{"time":"2026-11-01T08:00:00.0000000+02:00"}</c>, and a double that is
/// no number is <c>{"double":"NaN"}</c>, Infinity or -Infinity. All of them come back as they were, to the last bit.
/// </summary>
internal static class RowProperties
{
    private const int MaxNumberLength = 40;

    /// <summary>Writes the properties as UTF-8 JSON.</summary>
    /// <param name="row">The row.</param>
    public static byte[] Write(Row row) => JsonText.Object(row, WriteAll);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="row">The row that gets the properties.</param>
    public static void Read(ReadOnlySpan<byte> utf8, Row row)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            row.Set(name, ReadValue(ref reader));
        }
    }

    private static void WriteAll(Utf8JsonWriter writer, Row row)
    {
        foreach (var (name, value) in row.Properties)
        {
            writer.WritePropertyName(name);
            switch (value)
            {
                case string text:
                    writer.WriteStringValue(text);
                    break;
                case bool truth:
                    writer.WriteBooleanValue(truth);
                    break;
                case long number:
                    writer.WriteNumberValue(number);
                    break;
                case double number:
                    WriteDouble(writer, number);
                    break;
                case DateTimeOffset time:
                    WriteTagged(writer, "time", time.ToString("O", CultureInfo.InvariantCulture));
                    break;
            }
        }
    }

    private static void WriteDouble(Utf8JsonWriter writer, double number)
    {
        if (!double.IsFinite(number))
        {
            WriteTagged(writer, "double", number.ToString(CultureInfo.InvariantCulture));
            return;
        }

        Span<byte> utf8 = stackalloc byte[MaxNumberLength];
        number.TryFormat(utf8, out var length, "R", CultureInfo.InvariantCulture);
        if (!utf8[..length].ContainsAny((byte)'.', (byte)'E'))
        {
            ".0"u8.CopyTo(utf8[length..]);
            length += 2;
        }

        writer.WriteRawValue(utf8[..length], skipInputValidation: true);
    }

    private static void WriteTagged(Utf8JsonWriter writer, string tag, string value)
    {
        writer.WriteStartObject();
        writer.WriteString(tag, value);
        writer.WriteEndObject();
    }

    private static object? ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number when reader.ValueSpan.ContainsAny((byte)'.', (byte)'E') => reader.GetDouble(),
        JsonTokenType.Number => reader.GetInt64(),
        _ => ReadTagged(ref reader),
    };

    private static object ReadTagged(ref Utf8JsonReader reader)
    {
        reader.Read();
        var isTime = reader.ValueTextEquals("time"u8);
        reader.Read();
        var text = reader.GetString()!;
        reader.Read();
        return isTime
            ? DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture)
            : double.Parse(text, CultureInfo.InvariantCulture);
    }
}
