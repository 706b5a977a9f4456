using System.Net;
using System.Text.Json;
using LeadFilter.Cli.Invocation;

namespace LeadFilter.Cli.Commands.Rejections;

/// <summary>Reads a running filter's rejection log.</summary>
/// <param name="http">The connections.</param>
/// <param name="url">The filter's address.</param>
/// <param name="key">The admin key.</param>
internal sealed class RejectionLog(HttpClient http, Uri url, AccessKey key)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads one page.</summary>
    /// <param name="query">Which rejections.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="after">Where the page begins; null for the newest.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<RejectionReading> ReadAsync(RejectionQuery query, int limit, string? after, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            FilterAddress.Of(url, query.Campaign, $"rejections?{query.Page(limit, after)}"));
        request.Headers.Authorization = key.Header;
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            return response.StatusCode is HttpStatusCode.OK ? PageOf(body) : Refusal(response.StatusCode, body);
        }
        catch (HttpRequestException unreachable)
        {
            return RejectionReading.Unreachable($"no filter answers at {url} ({unreachable.Message}); is it running (leadfilter serve), is --url right?");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return RejectionReading.Unreachable($"no answer from {url} within {http.Timeout.TotalSeconds} s");
        }
    }

    /// <summary>Reads one rejection of a page.</summary>
    /// <param name="json">As the filter wrote it.</param>
    /// <returns>Null if it is not in the known form.</returns>
    public static Rejection? Read(JsonElement json)
    {
        try
        {
            return json.Deserialize<Rejection>(Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private RejectionReading PageOf(byte[] body)
    {
        try
        {
            if (JsonSerializer.Deserialize<RejectionPage>(body, Options) is { } page
                && page.Rejections.All(one => Read(one) is not null))
            {
                return RejectionReading.Of(page);
            }
        }
        catch (JsonException)
        {
            // The same answer as for JSON of another form: whatever listens there is not a filter.
        }

        return RejectionReading.Unreachable($"what answers at {url} does not answer like a filter");
    }

    private RejectionReading Refusal(HttpStatusCode status, byte[] body)
    {
        var words = ProblemDetails.Read(body) ?? $"HTTP status {(int)status}";
        return status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                RejectionReading.Refused($"the filter does not take this admin key ({words}); {AdminKey.Ways}"),
            HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
                RejectionReading.Unreachable($"the filter at {url} cannot answer now: {words}"),
            _ => RejectionReading.Refused(words),
        };
    }
}
