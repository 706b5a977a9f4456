using LeadFilter.Pipeline.Clocks;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Registry;
using Polly.Timeout;

namespace LeadFilter.Pipeline.Lookups.ThirdParties;

/// <summary>
/// How each provider is called, by all campaigns that ask it: at most so many at once, past a breaker, within the look-up's time. Nothing
/// is tried twice: the vendor waits.
/// </summary>
internal sealed class Providers(LookupOptions options, TimeProvider clock, ILogger logger) : IDisposable
{
    private static readonly ResiliencePropertyKey<TimeSpan> TimeoutKey = new("timeout");

    private readonly ResiliencePipelineRegistry<string> pipelines = new(new ResiliencePipelineRegistryOptions<string>
    {
        BuilderFactory = () => new ResiliencePipelineBuilder { TimeProvider = new SteadyClock(clock) },
    });

    /// <summary>Calls a provider.</summary>
    /// <param name="provider">Its scheme, host and port.</param>
    /// <param name="timeout">How long the call may take.</param>
    /// <param name="call">The call.</param>
    public async Task<LookupAnswer> CallAsync(string provider, TimeSpan timeout, Func<CancellationToken, Task<LookupAnswer>> call)
    {
        var context = ResilienceContextPool.Shared.Get();
        context.Properties.Set(TimeoutKey, timeout);
        try
        {
            return await PipelineOf(provider).ExecuteAsync(
                static async (context, call) => await call(context.CancellationToken), context, call);
        }
        catch (TimeoutRejectedException)
        {
            return LookupAnswer.Failure(LookupResult.Timeout);
        }
        catch (BrokenCircuitException)
        {
            return LookupAnswer.Failure(LookupResult.Paused);
        }
        catch (RateLimiterRejectedException)
        {
            return LookupAnswer.Failure(LookupResult.Busy);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public void Dispose() => pipelines.Dispose();

    private ResiliencePipeline<LookupAnswer> PipelineOf(string provider) =>
        pipelines.TryGetPipeline<LookupAnswer>(provider, out var pipeline)
            ? pipeline
            : pipelines.GetOrAddPipeline<LookupAnswer>(provider, builder => Build(builder, provider));

    private void Build(ResiliencePipelineBuilder<LookupAnswer> builder, string provider)
    {
        builder.TimeProvider = new SteadyClock(clock);
        builder.AddConcurrencyLimiter(options.MaxConcurrentCalls);
        builder.AddCircuitBreaker(Breaking(provider));
        builder.AddTimeout(new TimeoutStrategyOptions
        {
            TimeoutGenerator = static args => ValueTask.FromResult(args.Context.Properties.GetValue(TimeoutKey, TimeSpan.FromSeconds(1))),
        });
    }

    private CircuitBreakerStrategyOptions<LookupAnswer> Breaking(string provider) => new()
    {
        FailureRatio = options.BreakAtFailures,
        MinimumThroughput = options.BreakAtCalls,
        SamplingDuration = options.BreakWindow,
        BreakDuration = options.BreakDuration,
        ShouldHandle = static args => ValueTask.FromResult(
            args.Outcome.Exception is TimeoutRejectedException || args.Outcome.Result is { IsProvidersFault: true }),
        OnOpened = args =>
        {
            LookupEvents.Paused(logger, provider, args.BreakDuration.TotalSeconds);
            return ValueTask.CompletedTask;
        },
        OnClosed = _ =>
        {
            LookupEvents.Resumed(logger, provider);
            return ValueTask.CompletedTask;
        },
    };
}
