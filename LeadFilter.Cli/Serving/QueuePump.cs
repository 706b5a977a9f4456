using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite.Queues;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Cli.Serving;

/// <summary>
/// Hands the messages of a queue to their handler, as the Service Bus trigger does in Azure. When the host stops, what is
/// in hand is finished; what does not finish in time is left for redelivery.
/// </summary>
/// <param name="queue">The queues.</param>
/// <param name="name">Which queue.</param>
/// <param name="handle">The handler.</param>
/// <param name="concurrency">How many messages are in hand at once, at most.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where to say what went wrong.</param>
internal sealed partial class QueuePump(
    SqliteQueue queue,
    string name,
    Func<QueueMessage, CancellationToken, Task<Settlement>> handle,
    int concurrency,
    TimeProvider time,
    ILogger<QueuePump> logger) : BackgroundService
{
    private static readonly TimeSpan LockDuration = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim free = new(concurrency);
    private readonly CancellationTokenSource giveUp = new();

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(CancellationToken.None);
        await using var registration = cancellationToken.Register(giveUp.Cancel);
        for (var slot = 0; slot < concurrency; slot++)
        {
            await free.WaitAsync(CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        free.Dispose();
        giveUp.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await ReceiveSomeAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task ReceiveSomeAsync(CancellationToken stopping)
    {
        await free.WaitAsync(stopping);
        var slots = 1;
        while (slots < concurrency && free.Wait(0, CancellationToken.None))
        {
            slots++;
        }

        try
        {
            foreach (var received in await queue.ReceiveAsync(name, slots, LockDuration, stopping))
            {
                slots--;
                _ = HandleAsync(received);
            }
        }
        catch (StoreUnavailableException failure)
        {
            NotReceived(logger, name, failure.Message);
            await Task.Delay(PauseAfterFailure, time, stopping);
        }
        finally
        {
            if (slots > 0)
            {
                free.Release(slots);
            }
        }
    }

    /// <summary>Handles one message and gives its slot back. Nothing escapes: this is the host's edge.</summary>
    private async Task HandleAsync(ReceivedMessage received)
    {
        try
        {
            var settlement = await handle(received.Message, giveUp.Token);
            await (settlement.IsComplete
                ? queue.CompleteAsync(received, CancellationToken.None)
                : queue.DeadLetterAsync(received, settlement.Reason!, settlement.Description!, CancellationToken.None));
        }
        catch (OperationCanceledException) when (giveUp.IsCancellationRequested)
        {
            LeftForRedelivery(logger, received.Message.MessageId, name);
        }
        catch (StoreUnavailableException failure)
        {
            // The lock ends by itself, which is the pause before the next attempt.
            NotSettled(logger, received.Message.MessageId, name, failure.Message);
        }
#pragma warning disable CA1031 // Whatever one message does, the others go on; the queue's delivery count ends it.
        catch (Exception mistake)
        {
            HandlerFailed(logger, received.Message.MessageId, name, mistake.GetType(), mistake.StackTrace);
        }
#pragma warning restore CA1031
        finally
        {
            free.Release();
        }
    }

    [LoggerMessage(EventId = 5001, Level = LogLevel.Warning, Message = "Queue {Queue} cannot be read: {Failure}")]
    private static partial void NotReceived(ILogger logger, string queue, string failure);

    [LoggerMessage(
        EventId = 5002,
        Level = LogLevel.Information,
        Message = "Message {Message} of queue {Queue} is left for redelivery: the host stops")]
    private static partial void LeftForRedelivery(ILogger logger, string message, string queue);

    [LoggerMessage(EventId = 5003, Level = LogLevel.Warning, Message = "Message {Message} of queue {Queue} was not settled: {Failure}")]
    private static partial void NotSettled(ILogger logger, string message, string queue, string failure);

    [LoggerMessage(EventId = 5004, Level = LogLevel.Error, Message = "Message {Message} of queue {Queue} failed with {Mistake}\n{Stack}")]
    private static partial void HandlerFailed(ILogger logger, string message, string queue, Type mistake, string? stack);
}
