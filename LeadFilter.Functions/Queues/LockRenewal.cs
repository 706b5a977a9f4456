using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Functions.Queues;

/// <summary>Keeps a message locked from its making to its end: renews the lock each time that half of it is over.</summary>
internal sealed partial class LockRenewal : IAsyncDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly ServiceBusReceivedMessage message;
    private readonly ServiceBusMessageActions actions;
    private readonly ILogger logger;
    private readonly CancellationTokenSource done = new();
    private readonly PeriodicTimer timer;
    private readonly Task renewing;

    /// <summary>Begins.</summary>
    /// <param name="message">The message, as received just now.</param>
    /// <param name="actions">Renew its lock.</param>
    /// <param name="time">The clock. It may differ from Service Bus's by seconds: the time between renewals is kept within bounds.</param>
    /// <param name="logger">Where to say that a lock could not be renewed.</param>
    public LockRenewal(ServiceBusReceivedMessage message, ServiceBusMessageActions actions, TimeProvider time, ILogger logger)
    {
        this.message = message;
        this.actions = actions;
        this.logger = logger;
        var left = message.LockedUntil - time.GetUtcNow();
        timer = new(TimeSpan.FromTicks(Math.Clamp(left.Ticks / 2, Shortest.Ticks, Longest.Ticks)), time);
        renewing = RenewAsync();
    }

    /// <summary>Ends. A renewal that is on its way is given up.</summary>
    public async ValueTask DisposeAsync()
    {
        await done.CancelAsync();
        await renewing;
        timer.Dispose();
        done.Dispose();
    }

    private async Task RenewAsync()
    {
        try
        {
            while (await timer.WaitForNextTickAsync(done.Token))
            {
                await RenewOnceAsync();
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task RenewOnceAsync()
    {
        try
        {
            await actions.RenewMessageLockAsync(message, done.Token);
        }
#pragma warning disable CA1031 // The worker passes failures of the host on in exceptions of its transport. At worst the message comes twice.
        catch (Exception failure) when (!done.IsCancellationRequested)
#pragma warning restore CA1031
        {
            NotRenewed(logger, message.MessageId, failure.GetType());
        }
    }

    [LoggerMessage(EventId = 6201, Level = LogLevel.Warning, Message = "The lock of message {Message} was not renewed: {Failure}")]
    private static partial void NotRenewed(ILogger logger, string message, Type failure);
}
