using System.Threading.Channels;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Sqlite.Queues;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Cli.Serving;

/// <summary>
/// Hands the messages of a queue to their handler, as the Service Bus trigger does in Azure. When the host stops, what is
/// in hand is finished; what does not finish in time is left for redelivery.
/// <para>
/// The busier it is, the more messages share a commit: all that were handled while others were being settled are settled together, with
/// what goes with each, and the slots that become free so are filled together.
/// </para>
/// </summary>
/// <param name="store">The queues.</param>
/// <param name="name">Which queue.</param>
/// <param name="handle">The handler.</param>
/// <param name="concurrency">How many messages are in hand at once, at most.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where to say what went wrong.</param>
internal sealed partial class QueuePump(
    SqliteStore store,
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
    private readonly Channel<(ReceivedMessage Message, Settlement Settlement)> handled =
        Channel.CreateUnbounded<(ReceivedMessage, Settlement)>(new() { SingleReader = true });

    private Task settling = Task.CompletedTask;

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(CancellationToken.None);
        await using var registration = cancellationToken.Register(giveUp.Cancel);
        for (var slot = 0; slot < concurrency; slot++)
        {
            await free.WaitAsync(CancellationToken.None);
        }

        handled.Writer.TryComplete();
        await settling;
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
        settling = SettleAsync();
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
            foreach (var received in await store.Queue.ReceiveAsync(name, slots, LockDuration, stopping))
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

    /// <summary>Handles one message, which gives its slot back when it is settled. Nothing escapes: this is the host's edge.</summary>
    private async Task HandleAsync(ReceivedMessage received)
    {
        try
        {
            handled.Writer.TryWrite((received, await handle(received.Message, giveUp.Token)));
            return;
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
        free.Release();
    }

    /// <summary>Settles what was handled, whatever there is at a time, until there will be nothing more.</summary>
    private async Task SettleAsync()
    {
        var together = new List<(ReceivedMessage Message, Settlement Settlement)>();
        while (await handled.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (together.Count < concurrency && handled.Reader.TryRead(out var one))
            {
                together.Add(one);
            }

            try
            {
                await store.Changes.SettleAsync(together);
            }
            catch (StoreUnavailableException failure)
            {
                foreach (var (received, _) in together)
                {
                    NotSettled(logger, received.Message.MessageId, name, failure.Message);
                }
            }
#pragma warning disable CA1031 // The writer tells a mistake to everybody in its commit; the next ones must be settled all the same.
            catch (Exception mistake)
            {
                foreach (var (received, _) in together)
                {
                    HandlerFailed(logger, received.Message.MessageId, name, mistake.GetType(), mistake.StackTrace);
                }
            }
#pragma warning restore CA1031

            free.Release(together.Count);
            together.Clear();
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
