using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using LeadFilter.Core.Decisions;

namespace LeadFilter.Pipeline.Decisions;

/// <summary>Writes and reads records as JSON: in tables, and in the queue where records wait for a log that is down.</summary>
internal static class DecisionRecordJson
{
    private static readonly JsonWriterOptions Writing = new() { SkipValidation = true };

    private static readonly string[] EffectNames = Enum.GetNames<Effect>();

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? keptBuffer;

    [ThreadStatic]
    private static Utf8JsonWriter? keptWriter;

    [ThreadStatic]
    private static (DecisionRecord? Record, string Text) last;

    public static byte[] ToUtf8(DecisionRecord record) => Written(record).ToArray();

    /// <summary>A record as text. It is written twice in a row, into the receipt and into the log, and made once for both.</summary>
    public static string ToText(DecisionRecord record)
    {
        if (!ReferenceEquals(last.Record, record))
        {
            last = (record, Encoding.UTF8.GetString(Written(record)));
        }

        return last.Text;
    }

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

    // By hand: on a lead's way, a document that is made only to be written costs twice as much.
    private static ReadOnlySpan<byte> Written(DecisionRecord record)
    {
        var buffer = keptBuffer ??= new(1024);
        var writer = keptWriter ??= new(buffer, Writing);
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        Write(writer, record);
        writer.Flush();
        return buffer.WrittenSpan;
    }

    private static void Write(Utf8JsonWriter writer, DecisionRecord record)
    {
        writer.WriteStartObject();
        writer.WriteString("lead"u8, record.Lead.ToString());
        writer.WriteString("campaign"u8, record.Campaign.ToString());
        writer.WriteString("version"u8, record.CampaignVersion);
        writer.WriteString("vendor"u8, record.Vendor.ToString());
        if (record.Source is { } source)
        {
            writer.WriteString("source"u8, source);
        }

        writer.WriteString("at"u8, record.ReceivedAt.UtcDateTime);
        writer.WriteBoolean("test"u8, record.IsTest);
        writer.WriteBoolean("accepted"u8, record.IsAccepted);
        writer.WriteNumber("price"u8, record.Price.Amount);
        writer.WriteString("route"u8, RouteName.Of(record.Route));
        if (record.UpdateOf is { } bought)
        {
            writer.WriteString("update_of"u8, bought.ToString());
        }

        if (record.Score is { } score)
        {
            writer.WriteNumber("score"u8, score);
        }

        WriteUnreadable(writer, record.Unreadable);
        WriteFindings(writer, record.Findings);
        writer.WriteEndObject();
    }

    private static void WriteUnreadable(Utf8JsonWriter writer, IReadOnlyList<string> fields)
    {
        if (fields.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("unreadable"u8);
        foreach (var field in fields)
        {
            writer.WriteStringValue(field);
        }

        writer.WriteEndArray();
    }

    private static void WriteFindings(Utf8JsonWriter writer, IReadOnlyList<RecordedFinding> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("findings"u8);
        for (var at = 0; at < findings.Count; at++)
        {
            var finding = findings[at];
            writer.WriteStartObject();
            writer.WriteString("rule"u8, finding.Rule);
            writer.WriteString("category"u8, CategoryName.Of(finding.Category));
            writer.WriteString("code"u8, finding.Code.ToString());
            writer.WriteString("text"u8, finding.Text);
            writer.WriteString("effect"u8, EffectNames[(int)finding.Effect]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
