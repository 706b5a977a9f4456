using System.Globalization;
using System.Net.Http.Headers;
using LeadFilter.Pipeline.Outgoing;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace LeadFilter.Pipeline.Delivery.Webhook;

/// <summary>
/// Makes signed calls to hosts that others name: only to addresses that may be called, with retries, and within the limits of each host.
/// </summary>
internal sealed class WebhookCaller : IDisposable
{
    private readonly DeliveryOptions options;
    private readonly TimeProvider clock;
    private readonly GuardedConnections connections;
    private readonly DirectToSelf proxy = new();
    private readonly HttpClient client;
    private readonly WebhookHosts hosts;

    /// <summary>Makes the caller; it keeps its connections until it is disposed of.</summary>
    /// <param name="options">Patience and limits, which are valid.</param>
    /// <param name="connections">Connects to those that may be called.</param>
    /// <param name="clock">The time.</param>
    /// <param name="random">Spreads retries; used by many threads, as <see cref="Random.Shared"/> may be.</param>
    /// <param name="logger">The log.</param>
    public WebhookCaller(
        DeliveryOptions options, GuardedConnections connections, TimeProvider clock, Random random, ILogger<WebhookCaller> logger)
    {
        this.options = options;
        this.connections = connections;
        this.clock = clock;
        hosts = new(options, clock, random, logger);
        client = new(NewHandler()) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Calls.</summary>
    /// <param name="call">What to send where.</param>
    /// <param name="cancellation">Gives up; the call may have been taken all the same.</param>
    /// <returns>What it came to. Whatever a receiver or a network does is an outcome, not an exception.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<WebhookOutcome> CallAsync(WebhookCall call, CancellationToken cancellation)
    {
        try
        {
            return new(await hosts.For(call.Address).ExecuteAsync(
                static (state, token) => state.Self.TryAsync(state.Call, token),
                (Self: this, Call: call),
                cancellation));
        }
        catch (AddressRefusedException)
        {
            return new(null, WebhookFailure.AddressRefused);
        }
        catch (TimeoutRejectedException)
        {
            return new(null, WebhookFailure.TimedOut);
        }
        catch (BrokenCircuitException pause)
        {
            return new(null, WebhookFailure.Paused, pause.RetryAfter);
        }
        catch (RateLimiterRejectedException)
        {
            return new(null, WebhookFailure.TooManyAtOnce);
        }
    }

    /// <summary>Until when an address is not called, because too many calls failed; null if it is.</summary>
    /// <param name="address">An absolute address; its scheme, host and port count.</param>
    public DateTimeOffset? PausedUntil(Uri address) => hosts.PausedUntil(address);

    /// <inheritdoc/>
    public void Dispose()
    {
        client.Dispose();
        hosts.Dispose();
    }

    /// <summary>A path of a campaign is on this filter's own host, wherever that listens.</summary>
    private SocketsHttpHandler NewHandler()
    {
        var handler = connections.NewHandler(
            options.ConnectTimeout, proxy, address => options.OwnAddress is { } own && address.Authority == own.Authority);
        handler.MaxResponseDrainSize = WebhookReplyReader.MaxBody;
        return handler;
    }

    private async ValueTask<WebhookReply> TryAsync(WebhookCall call, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        using var request = NewRequest(call, now.ToUnixTimeSeconds());
        try
        {
            if (proxy.GetProxy(call.Address) is not null && !await connections.MayBeProxiedAsync(call.Address, cancellation))
            {
                throw new AddressRefusedException();
            }

            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return await WebhookReplyReader.ReadAsync(response, call.Accepted, now, cancellation);
        }
        catch (HttpRequestException refused) when (refused.InnerException is AddressRefusedException)
        {
            throw new AddressRefusedException();
        }
        catch (HttpRequestException failure)
        {
            return WebhookReply.None(failure.HttpRequestError.ToString());
        }
        catch (IOException failure) when (failure is not AddressRefusedException)
        {
            return WebhookReply.None(nameof(HttpRequestError.ResponseEnded));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return WebhookReply.None("ConnectTimeout");
        }
    }

    private static HttpRequestMessage NewRequest(WebhookCall call, long timestamp)
    {
        var request = new HttpRequestMessage(call.Method, call.Address);
        if (call.MediaType is not null)
        {
            request.Content = new ReadOnlyMemoryContent(call.Body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(call.MediaType);
        }

        request.Headers.Add("User-Agent", UserAgent.Text);
        request.Headers.Add("Idempotency-Key", call.Key);
        request.Headers.Add("LeadFilter-Timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        if (call.Secret is not null)
        {
            request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(call.Secret, timestamp, call.Body.Span));
            request.Headers.Add(
                WebhookSignature.KeyedHeader, WebhookSignature.OfKeyed(call.Secret, timestamp, call.Key, call.Body.Span));
        }

        foreach (var (name, value) in call.Headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
