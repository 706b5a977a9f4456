using System.Buffers;
using System.Net;
using System.Text.Json;
using LeadFilter.Core.Campaigns;

namespace LeadFilter.Pipeline.Delivery.Webhook;

/// <summary>Reads a CRM's answer: the status, <c>Retry-After</c>, and at most 16 KB of the body for the CRM's id of the lead.</summary>
internal static class WebhookReplyReader
{
    /// <summary>The most that is read of a body, in bytes.</summary>
    public const int MaxBody = 16 * 1024;

    private const int MaxIdLength = 128;

    // Nothing that an e-mail address or a name in plain text needs.
    private static readonly SearchValues<char> SafeInIds =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:");

    /// <summary>Reads an answer whose head is there.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="accepted">What an answer of status 2xx must say; null if the status says all.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="IOException">The connection broke within the body.</exception>
    public static async Task<WebhookReply> ReadAsync(
        HttpResponseMessage response, AcceptancePlan? accepted, DateTimeOffset now, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MaxBody);
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            var length = await body.ReadAtLeastAsync(buffer.AsMemory(0, MaxBody), MaxBody, throwOnEndOfStream: false, cancellation);
            var said = accepted is null || !response.IsSuccessStatusCode
                || CrmAcceptance.Holds(accepted, (int)response.StatusCode, buffer.AsMemory(0, length), now) ? CrmWord.Taken
                : accepted.Retries ? CrmWord.NotYet
                : CrmWord.Refused;
            return new((int)response.StatusCode, RetryAfterOf(response, now), IdIn(buffer.AsSpan(0, length)), null) { Said = said };
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static TimeSpan? RetryAfterOf(HttpResponseMessage response, DateTimeOffset now)
    {
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            || response.Headers.RetryAfter is not { } header)
        {
            return null;
        }

        var wait = header.Delta ?? (header.Date - now);
        return wait is not { } asked || asked <= TimeSpan.Zero ? null
            : asked < RedeliverySchedule.Limit ? asked
            : RedeliverySchedule.Limit;
    }

    /// <summary>The property <c>id</c> of a JSON object, a text or a number; null if there is none that is safe to keep.</summary>
    private static string? IdIn(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isId = reader.ValueTextEquals("id"u8);
                reader.Read();
                if (isId)
                {
                    return SafeId(ref reader);
                }

                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // Many CRMs answer something else than JSON, or more than is read: the lead is taken all the same.
        }

        return null;
    }

    private static string? SafeId(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number)
            || reader.ValueIsEscaped
            || reader.ValueSpan.Length is 0 or > MaxIdLength)
        {
            return null;
        }

        Span<char> id = stackalloc char[MaxIdLength];
        id = id[..System.Text.Encoding.Latin1.GetChars(reader.ValueSpan, id)];
        return id.ContainsAnyExcept(SafeInIds) ? null : id.ToString();
    }
}
