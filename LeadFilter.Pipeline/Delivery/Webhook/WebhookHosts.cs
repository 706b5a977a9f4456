using System.Collections.Concurrent;
using LeadFilter.Pipeline.Clocks;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Registry;
using Polly.Retry;
using Polly.Timeout;

namespace LeadFilter.Pipeline.Delivery.Webhook;

/// <summary>
/// How each host is called, by all campaigns and notices that go there: within a time for all, at most so many at once, with
/// retries, past a breaker, within a time for each try. docs/delivery.md says why in this order.
/// </summary>
internal sealed class WebhookHosts(DeliveryOptions options, TimeProvider clock, Random random, ILogger logger) : IDisposable
{
    private readonly ResiliencePipelineRegistry<string> pipelines = new(new ResiliencePipelineRegistryOptions<string>
    {
        BuilderFactory = () => new ResiliencePipelineBuilder { TimeProvider = new SteadyClock(clock) },
    });

    private readonly ConcurrentDictionary<string, DateTimeOffset> pauses = new(StringComparer.Ordinal);

    /// <summary>The way to call an address.</summary>
    /// <param name="address">An absolute address; its scheme, host and port count.</param>
    public ResiliencePipeline<WebhookReply> For(Uri address)
    {
        var host = address.GetLeftPart(UriPartial.Authority);
        return pipelines.TryGetPipeline<WebhookReply>(host, out var pipeline)
            ? pipeline
            : pipelines.GetOrAddPipeline<WebhookReply>(host, builder => Build(builder, host));
    }

    /// <summary>Until when an address is not called, because too many calls failed; null if it is.</summary>
    /// <param name="address">As of <see cref="For"/>.</param>
    public DateTimeOffset? PausedUntil(Uri address) =>
        pauses.TryGetValue(address.GetLeftPart(UriPartial.Authority), out var until) && until > clock.GetUtcNow() ? until : null;

    public void Dispose() => pipelines.Dispose();

    private void Build(ResiliencePipelineBuilder<WebhookReply> builder, string host)
    {
        builder.TimeProvider = new SteadyClock(clock);
        builder.AddTimeout(options.TotalTimeout);
        builder.AddConcurrencyLimiter(options.MaxConcurrentCalls, options.MaxWaiting);
        if (options.Retries > 0)
        {
            builder.AddRetry(Retrying());
        }

        builder.AddCircuitBreaker(Breaking(host));
        builder.AddTimeout(options.TryTimeout);
    }

    private RetryStrategyOptions<WebhookReply> Retrying() => new()
    {
        MaxRetryAttempts = options.Retries,
        BackoffType = DelayBackoffType.Exponential,
        Delay = options.RetryDelay,
        UseJitter = true,
        Randomizer = random.NextDouble,
        ShouldHandle = args => ValueTask.FromResult(
            args.Outcome.Exception is TimeoutRejectedException
            || args.Outcome.Result is { IsPassing: true } reply && !(reply.RetryAfter > options.MaxPatience)),
        DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result?.RetryAfter),
    };

    private CircuitBreakerStrategyOptions<WebhookReply> Breaking(string host) => new()
    {
        FailureRatio = options.BreakAtFailures,
        MinimumThroughput = options.BreakAtCalls,
        SamplingDuration = options.BreakWindow,
        BreakDuration = options.BreakDuration,
        ShouldHandle = args => ValueTask.FromResult(
            args.Outcome.Exception is TimeoutRejectedException || args.Outcome.Result is { IsFailure: true }),
        OnOpened = args =>
        {
            pauses[host] = clock.GetUtcNow() + args.BreakDuration;
            DeliveryEvents.Paused(logger, host, args.BreakDuration.TotalSeconds);
            return ValueTask.CompletedTask;
        },
        OnClosed = closed =>
        {
            pauses.TryRemove(host, out _);
            DeliveryEvents.Resumed(logger, host);
            return ValueTask.CompletedTask;
        },
    };
}
