using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LeadFilter.Sqlite.Json;

/// <summary>Writes one small JSON object as UTF-8, with a buffer that each thread keeps.</summary>
internal static class JsonText
{
    private const int MaxKept = 64 * 1024;

    // Letters of every script stay readable to an operator who looks into the file.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? keptBuffer;

    [ThreadStatic]
    private static Utf8JsonWriter? keptWriter;

    /// <summary>Writes an object.</summary>
    /// <typeparam name="T">What it is made of.</typeparam>
    /// <param name="content">What it is made of.</param>
    /// <param name="members">Writes its members.</param>
    public static byte[] Object<T>(T content, Action<Utf8JsonWriter, T> members)
    {
        var buffer = keptBuffer ??= new(1024);
        var writer = keptWriter ??= new(buffer, Options);
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        writer.WriteStartObject();
        members(writer, content);
        writer.WriteEndObject();
        writer.Flush();
        var utf8 = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity > MaxKept)
        {
            keptBuffer = null;
        }

        return utf8;
    }
}
