using System.Buffers;
using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Cli.DemoCrm;

/// <summary>The demo CRM's answers in JSON.</summary>
internal static class DemoCrmJson
{
    /// <summary>A listing leaves in pieces of about this many bytes, so that no more of it is ever in memory.</summary>
    private const int Piece = 64 * 1024;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An error.</summary>
    /// <param name="status">The status.</param>
    /// <param name="error">What is wrong.</param>
    public static IResult Refuse(int status, string error) => Of(status, json => json.WriteString("error"u8, error));

    /// <summary>An object.</summary>
    /// <param name="status">The status.</param>
    /// <param name="write">Writes its members.</param>
    public static IResult Of(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Results.Text(buffer.WrittenSpan, MediaTypeNames.Application.Json, status);
    }

    /// <summary>Writes a listing. Nothing leaves before the first leads were read, so that a failure until then can be told.</summary>
    /// <param name="response">Where to write.</param>
    /// <param name="leads">The leads.</param>
    /// <param name="count">How many there are in all.</param>
    /// <param name="limit">How many to write at most.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task WriteAsync(
        HttpResponse response, IAsyncEnumerable<TakenLead> leads, int count, int limit, CancellationToken cancellation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using var json = new Utf8JsonWriter(buffer, Writing);
        json.WriteStartObject();
        json.WriteNumber("count"u8, count);
        json.WriteStartArray("leads"u8);
        var written = 0;
        string? last = null;
        var hasMore = false;
        await foreach (var lead in leads.WithCancellation(cancellation))
        {
            hasMore = written == limit;
            if (hasMore)
            {
                break;
            }

            written++;
            last = lead.Key.ToString();
            Write(json, lead);
            if (buffer.WrittenCount + json.BytesPending >= Piece)
            {
                await LeaveAsync();
            }
        }

        json.WriteEndArray();
        if (hasMore)
        {
            json.WriteString("next"u8, last);
        }

        json.WriteEndObject();
        await LeaveAsync();

        async Task LeaveAsync()
        {
            json.Flush();
            if (!response.HasStarted)
            {
                response.ContentType = MediaTypeNames.Application.Json;
            }

            await response.Body.WriteAsync(buffer.WrittenMemory, cancellation);
            buffer.ResetWrittenCount();
        }
    }

    private static void Write(Utf8JsonWriter json, TakenLead lead)
    {
        json.WriteStartObject();
        json.WriteString("idempotency_key"u8, lead.Key.ToString());
        json.WriteString("taken_at"u8, lead.TakenAt.UtcDateTime);
        json.WritePropertyName("lead"u8);
        json.WriteRawValue(lead.Body);
        json.WriteEndObject();
    }
}
