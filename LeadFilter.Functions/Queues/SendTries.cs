using Azure.Messaging.ServiceBus;
using Polly;
using Polly.Retry;

namespace LeadFilter.Functions.Queues;

/// <summary>
/// Tries a send again, and gives it up in the end, while a vendor waits. The client's own retries are not used: after
/// <see cref="ServiceBusFailureReason.ServiceBusy"/> they pause for ten seconds each, whatever the client's options say, and
/// they leave a send without an acknowledgement waiting for a minute. A message that is sent again has the same id, and the
/// queue swallows the second one.
/// </summary>
internal static class SendTries
{
    /// <summary>How long a send may take, with all its tries: what did not arrive by then is answered 503.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromSeconds(6);

    private const int MaxRetries = 3;

    // 0.2, 0.4 and 0.8 seconds, give or take: a namespace that throttles takes more in the next second.
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(200);

    /// <summary>Makes the tries, for any number of sends at once.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="random">Spreads the pauses, so that those who were refused together do not come again together.</param>
    public static ResiliencePipeline Make(TimeProvider time, Random random) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddTimeout(Budget)
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = MaxRetries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = Delay,
            UseJitter = true,
            Randomizer = random.NextDouble,
            ShouldHandle = args => ValueTask.FromResult(
                args.Outcome.Exception is ServiceBusException { IsTransient: true } or TimeoutException),
        })
        .Build();
}
