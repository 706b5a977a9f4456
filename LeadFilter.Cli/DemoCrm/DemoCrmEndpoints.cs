using System.Buffers;
using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LeadFilter.Cli.DemoCrm;

/// <summary>The demo CRM's addresses.</summary>
internal static class DemoCrmEndpoints
{
    /// <summary>Where leads are posted and seen.</summary>
    public const string Path = "/demo/crm/leads";

    /// <summary>The most leads in one answer.</summary>
    public const int MaxLimit = 100_000;

    private const int DefaultLimit = 100;
    private const int MaxBody = 256 * 1024;
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Maps <c>POST</c> and <c>GET /demo/crm/leads</c>, as plain delegates: what binds parameters by reflection takes a fifth of
    /// the start.
    /// </summary>
    /// <param name="endpoints">The host's endpoints.</param>
    /// <param name="store">The demo CRM's leads.</param>
    public static void MapDemoCrm(this IEndpointRouteBuilder endpoints, DemoCrmStore store)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(store);
        endpoints.MapPost(Path, context => AnswerAsync(context, TakeAsync(store, context.Request, context.RequestAborted)));
        endpoints.MapGet(Path, context => AnswerAsync(context, ShowAsync(store, context.Request, context.RequestAborted)));
    }

    private static async Task AnswerAsync(HttpContext context, Task<IResult> handling)
    {
        IResult answer;
        try
        {
            answer = await handling;
        }
        catch (StoreUnavailableException)
        {
            answer = Refuse(StatusCodes.Status503ServiceUnavailable, "The demo CRM's store does not answer. Send the lead again.");
        }

        await answer.ExecuteAsync(context);
    }

    private static async Task<IResult> TakeAsync(DemoCrmStore store, HttpRequest request, CancellationToken cancellation)
    {
        if (!LeadId.TryParse(request.Headers["Idempotency-Key"], out var key))
        {
            return Refuse(StatusCodes.Status400BadRequest, "The header Idempotency-Key must hold the lead's id, 32 hex digits.");
        }

        if (await ReadAsync(request, cancellation) is not { } body)
        {
            return Refuse(StatusCodes.Status400BadRequest, $"The body must be a JSON object in UTF-8 of at most {MaxBody} bytes.");
        }

        var isNew = await store.TryTakeAsync(key, body, cancellation);
        return Json(isNew ? StatusCodes.Status200OK : StatusCodes.Status409Conflict, json =>
        {
            json.WriteString("id"u8, $"demo-{key}");
            if (!isNew)
            {
                json.WriteString("error"u8, "A lead with this Idempotency-Key was taken before; nothing has changed.");
            }
        });
    }

    private static async Task<IResult> ShowAsync(DemoCrmStore store, HttpRequest request, CancellationToken cancellation)
    {
        var limit = DefaultLimit;
        if (request.Query.TryGetValue("limit", out var asked)
            && !(int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= MaxLimit))
        {
            return Refuse(StatusCodes.Status400BadRequest, $"limit must be 1 to {MaxLimit}.");
        }

        var (leads, count) = await store.ListAsync(limit, cancellation);
        return request.GetTypedHeaders().Accept.Any(
            type => type.MediaType.Equals(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase))
            ? new DemoCrmPage(leads, count)
            : Json(StatusCodes.Status200OK, json => Write(json, leads, count));
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<TakenLead> leads, int count)
    {
        json.WriteNumber("count"u8, count);
        json.WriteStartArray("leads"u8);
        foreach (var lead in leads)
        {
            json.WriteStartObject();
            json.WriteString("idempotency_key"u8, lead.Key.ToString());
            json.WriteString("taken_at"u8, lead.TakenAt.UtcDateTime);
            json.WritePropertyName("lead"u8);
            json.WriteRawValue(lead.Body);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The body, or null if it is too large or no JSON object.</summary>
    private static async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MaxBody + 1);
        try
        {
            var length = await request.Body.ReadAtLeastAsync(buffer, MaxBody + 1, throwOnEndOfStream: false, cancellation);
            var bytes = buffer.AsSpan(0, length);
            return length <= MaxBody && Utf8.IsValid(bytes) && Encoding.UTF8.GetString(bytes) is var body && LeadView.TryRead(body, out _)
                ? body
                : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static IResult Refuse(int status, string error) => Json(status, json => json.WriteString("error"u8, error));

    private static IResult Json(int status, Action<Utf8JsonWriter> write)
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
}
