using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace LeadFilter.Pipeline.Decisions;

/// <summary>Writes and reads records as JSON: in tables, and in the queue where records wait for a log that is down.</summary>
internal static class DecisionRecordJson
{
    public static byte[] ToUtf8(DecisionRecord record) =>
        JsonSerializer.SerializeToUtf8Bytes(DecisionDocument.Of(record), DecisionJson.Default.DecisionDocument);

    public static string ToText(DecisionRecord record) =>
        JsonSerializer.Serialize(DecisionDocument.Of(record), DecisionJson.Default.DecisionDocument);

    /// <summary>Reads a record.</summary>
    /// <returns>False if the bytes are no record.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out DecisionRecord? record)
    {
        try
        {
            record = JsonSerializer.Deserialize(utf8.Span, DecisionJson.Default.DecisionDocument)?.ToRecord();
        }
        catch (JsonException)
        {
            record = null;
        }

        return record is not null;
    }
}
