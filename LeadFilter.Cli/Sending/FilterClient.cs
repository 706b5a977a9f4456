using System.Net.Http.Headers;
using LeadFilter.Cli.Invocation;

namespace LeadFilter.Cli.Sending;

/// <summary>Posts leads as a vendor does, and again where the filter asks for it.</summary>
/// <param name="http">The connections.</param>
/// <param name="time">The clock.</param>
internal sealed class FilterClient(HttpClient http, TimeProvider time)
{
    /// <summary>How often a lead without a decision is sent again.</summary>
    public const int MaxRetries = 3;

    /// <summary>The wait before the first repetition if the filter names none; it doubles each time.</summary>
    public static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait, whatever the filter asks for.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(60);

    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeWithQualityHeaderValue AcceptJson = new("application/json");

    /// <summary>Posts a lead until it is decided, refused or has been sent <see cref="MaxRetries"/> times more.</summary>
    /// <param name="address">The campaign's leads.</param>
    /// <param name="key">The vendor's key.</param>
    /// <param name="body">The lead.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<LeadAnswer> PostAsync(Uri address, AccessKey key, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        for (var retries = 0; ; retries++)
        {
            var answer = await PostOnceAsync(address, key, body, cancellation);
            if (!answer.Again || retries == MaxRetries)
            {
                return answer with { Retries = retries };
            }

            var wait = answer.RetryAfter ?? FirstWait * Math.Pow(2, retries);
            await Task.Delay(wait < MaxWait ? wait : MaxWait, time, cancellation);
        }
    }

    private async Task<LeadAnswer> PostOnceAsync(Uri address, AccessKey key, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } },
            Headers = { Authorization = key.Header, Accept = { AcceptJson } },
        };
        var started = time.GetTimestamp();
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            var content = await response.Content.ReadAsByteArrayAsync(cancellation);
            return LeadAnswerReader.Read(response.StatusCode, content) with
            {
                Took = time.GetElapsedTime(started),
                RetryAfter = WaitOf(response.Headers.RetryAfter),
            };
        }
        catch (HttpRequestException unreachable)
        {
            return LeadAnswer.Unreachable(unreachable.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return LeadAnswer.Unreachable($"no answer within {http.Timeout.TotalSeconds} s");
        }
    }

    private TimeSpan? WaitOf(RetryConditionHeaderValue? retryAfter)
    {
        var wait = retryAfter?.Delta ?? (retryAfter?.Date - time.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
