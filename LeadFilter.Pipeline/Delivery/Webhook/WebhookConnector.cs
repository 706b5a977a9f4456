using System.Globalization;
using System.Net.Http.Headers;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Permissions;
using LeadFilter.Pipeline.Outgoing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace LeadFilter.Pipeline.Delivery.Webhook;

/// <summary>Delivers leads by HTTP: each lead is posted as JSON, signed, with its id as idempotency key.</summary>
internal sealed class WebhookConnector : IConnector, IDisposable
{
    private readonly DeliveryOptions options;
    private readonly IConfiguration settings;
    private readonly TimeProvider clock;
    private readonly GuardedConnections connections;
    private readonly DirectToSelf proxy = new();
    private readonly HttpClient client;
    private readonly CrmHosts hosts;

    /// <summary>Makes the connector; it keeps its connections until it is disposed of.</summary>
    /// <param name="options">Patience and limits, which are valid.</param>
    /// <param name="connections">Connects to those that may be called.</param>
    /// <param name="settings">Where the secrets are found by their names.</param>
    /// <param name="clock">The time.</param>
    /// <param name="random">Spreads retries; used by many threads, as <see cref="Random.Shared"/> may be.</param>
    /// <param name="logger">The log.</param>
    public WebhookConnector(
        DeliveryOptions options,
        GuardedConnections connections,
        IConfiguration settings,
        TimeProvider clock,
        Random random,
        ILogger<WebhookConnector> logger)
    {
        this.options = options;
        this.connections = connections;
        this.settings = settings;
        this.clock = clock;
        hosts = new(options, clock, random, logger);
        client = new(NewHandler()) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <inheritdoc/>
    public async Task<DeliveryResult> DeliverAsync(LeadMessage message, Lead lead, DeliveryPlan plan, CancellationToken cancellation)
    {
        if (AddressOf(plan.Url) is not { } address)
        {
            return DeliveryResult.Later(
                DeliveryReasons.AddressUnusable, "The campaign's delivery url is not an address that can be called.");
        }

        string? secret = null;
        if (plan.Secret is not null && string.IsNullOrEmpty(secret = settings[plan.Secret]))
        {
            return DeliveryResult.Later(
                DeliveryReasons.SecretMissing, $"The setting '{plan.Secret}' with the secret for the signature is not set.");
        }

        var call = new WebhookCall(address, message.Id, WebhookBody.Write(message, lead, plan.Fields), secret, plan.Accepted);
        try
        {
            var reply = await hosts.For(address).ExecuteAsync(
                static (state, token) => state.Self.CallAsync(state.Call, token),
                (Self: this, Call: call),
                cancellation);
            return reply.ToResult();
        }
        catch (AddressRefusedException)
        {
            return DeliveryResult.Later(
                DeliveryReasons.AddressRefused,
                $"The CRM's host is not on the public internet. Name it in the setting {Destinations.SettingName} to have it called.");
        }
        catch (TimeoutRejectedException)
        {
            return DeliveryResult.Later(DeliveryReasons.CrmTimeout, "The CRM did not answer in time.");
        }
        catch (BrokenCircuitException pause)
        {
            return DeliveryResult.NotTried(
                DeliveryReasons.CrmPaused, "The CRM is left alone for a moment: too many calls failed.", pause.RetryAfter);
        }
        catch (RateLimiterRejectedException)
        {
            return DeliveryResult.NotTried(DeliveryReasons.TooManyAtOnce, "Too many leads wait for this CRM already.");
        }
    }

    /// <inheritdoc/>
    public DateTimeOffset? PausedUntil(DeliveryPlan plan) => AddressOf(plan.Url) is { } address ? hosts.PausedUntil(address) : null;

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
        handler.MaxResponseDrainSize = CrmReplyReader.MaxBody;
        return handler;
    }

    private Uri? AddressOf(string url)
    {
        var isOwn = url.StartsWith('/');
        var found = isOwn
            ? Uri.TryCreate(options.OwnAddress, url, out var address) && address.Authority == options.OwnAddress?.Authority
            : Uri.TryCreate(url, UriKind.Absolute, out address);
        return found && (address!.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address : null;
    }

    private async ValueTask<CrmReply> CallAsync(WebhookCall call, CancellationToken cancellation)
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
            return await CrmReplyReader.ReadAsync(response, call.Accepted, now, cancellation);
        }
        catch (HttpRequestException refused) when (refused.InnerException is AddressRefusedException)
        {
            throw new AddressRefusedException();
        }
        catch (HttpRequestException failure)
        {
            return CrmReply.None(failure.HttpRequestError.ToString());
        }
        catch (IOException failure) when (failure is not AddressRefusedException)
        {
            return CrmReply.None(nameof(HttpRequestError.ResponseEnded));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return CrmReply.None("ConnectTimeout");
        }
    }

    private static HttpRequestMessage NewRequest(WebhookCall call, long timestamp)
    {
        var content = new ReadOnlyMemoryContent(call.Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, call.Address) { Content = content };
        request.Headers.Add("User-Agent", UserAgent.Text);
        request.Headers.Add("Idempotency-Key", call.Lead.ToString());
        request.Headers.Add("LeadFilter-Timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        if (call.Secret is not null)
        {
            request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(call.Secret, timestamp, call.Body.Span));
            request.Headers.Add(
                WebhookSignature.KeyedHeader, WebhookSignature.OfKeyed(call.Secret, timestamp, call.Lead.ToString(), call.Body.Span));
        }

        return request;
    }
}
