using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using LeadFilter.Core.Decisions;
using LeadFilter.Pipeline.Intake;

namespace LeadFilter.Http.Answers;

/// <summary>An answer in JSON.</summary>
internal static class JsonAnswer
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonEncodedText OutcomeName = JsonEncodedText.Encode("outcome");
    private static readonly JsonEncodedText ReasonName = JsonEncodedText.Encode("reason");
    private static readonly JsonEncodedText ReasonsName = JsonEncodedText.Encode("reasons");
    private static readonly JsonEncodedText CodeName = JsonEncodedText.Encode("code");
    private static readonly JsonEncodedText TextName = JsonEncodedText.Encode("text");
    private static readonly JsonEncodedText LeadName = JsonEncodedText.Encode("lead");
    private static readonly JsonEncodedText IdName = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText PriceName = JsonEncodedText.Encode("price");
    private static readonly JsonEncodedText IgnoredName = JsonEncodedText.Encode("ignored");
    private static readonly JsonEncodedText UnreadableName = JsonEncodedText.Encode("unreadable");

    /// <summary>Writes the answer.</summary>
    /// <returns>How many bytes it takes.</returns>
    public static long Write(Answer answer, IBufferWriter<byte> to)
    {
        using var writer = new Utf8JsonWriter(to, Writing);
        writer.WriteStartObject();
        writer.WriteString(OutcomeName, OutcomeWord.Of(answer.Outcome));
        WriteReasons(writer, answer);
        if (answer.Lead is { } lead)
        {
            writer.WriteStartObject(LeadName);
            writer.WriteString(IdName, lead.ToString());
            writer.WriteEndObject();
        }

        if (answer.Outcome != Outcome.Error)
        {
            WritePrice(writer, answer.Price);
        }

        WriteNames(writer, IgnoredName, answer.Ignored);
        WriteNames(writer, UnreadableName, answer.Unreadable);
        writer.WriteEndObject();
        writer.Flush();
        return writer.BytesCommitted;
    }

    private static void WriteReasons(Utf8JsonWriter writer, Answer answer)
    {
        if (answer.Outcome == Outcome.Error)
        {
            writer.WriteString(ReasonName, answer.Error);
            return;
        }

        if (answer.Reasons.Count == 0)
        {
            return;
        }

        writer.WriteString(ReasonName, answer.Reasons[0].Text);
        writer.WriteStartArray(ReasonsName);
        for (var i = 0; i < answer.Reasons.Count; i++)
        {
            writer.WriteStartObject();
            writer.WriteString(CodeName, answer.Reasons[i].Code.ToString());
            writer.WriteString(TextName, answer.Reasons[i].Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePrice(Utf8JsonWriter writer, Money price)
    {
        // Written as a decimal, 12.50 would keep its zero.
        Span<byte> digits = stackalloc byte[16];
        price.Amount.TryFormat(digits, out var length, "0.####", CultureInfo.InvariantCulture);
        writer.WritePropertyName(PriceName);
        writer.WriteRawValue(digits[..length], skipInputValidation: true);
    }

    private static void WriteNames(Utf8JsonWriter writer, JsonEncodedText member, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(member);
        for (var i = 0; i < names.Count; i++)
        {
            writer.WriteStringValue(names[i]);
        }

        writer.WriteEndArray();
    }
}
