using Azure.Messaging.ServiceBus;
using LeadFilter.Pipeline.Ports;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Functions.Queues;

/// <summary>
/// The edge of every function behind a queue: has a message handled and settles it. A message that is not settled is
/// received again: at once if the function throws, for the Functions host then gives it back; otherwise when its lock ends,
/// which is the pause that a store needs that is down. The queue's delivery count ends it. While a function runs, the Functions
/// host renews the lock (maxAutoLockRenewalDuration in host.json).
/// </summary>
/// <param name="logger">Where to say what went wrong.</param>
public sealed partial class MessageSettler(ILogger<MessageSettler> logger)
{
    /// <summary>How many characters Service Bus takes as the reason or the description of a dead letter.</summary>
    public const int MaxTextLength = 4096;

    /// <summary>Has a message handled and settles it.</summary>
    /// <param name="queue">The message's queue: one of <see cref="QueueNames.All"/>.</param>
    /// <param name="message">The message.</param>
    /// <param name="actions">Settle it.</param>
    /// <param name="handle">Handles it.</param>
    /// <param name="stopping">The host stops.</param>
    /// <exception cref="OperationCanceledException">The host stopped first: the message is neither completed nor dead-lettered.</exception>
    public async Task SettleAsync(
        string queue,
        ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        Func<QueueMessage, CancellationToken, Task<Settlement>> handle,
        CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(actions);
        ArgumentNullException.ThrowIfNull(handle);
        if (await HandleAsync(ReceivedMessage.Read(message, queue), handle, stopping) is { } settlement)
        {
            await SettleAsync(queue, message, actions, settlement);
        }
    }

    /// <summary>What to do with a message; null to leave it locked.</summary>
    private async Task<Settlement?> HandleAsync(
        QueueMessage message, Func<QueueMessage, CancellationToken, Task<Settlement>> handle, CancellationToken stopping)
    {
        try
        {
            stopping.ThrowIfCancellationRequested();
            return await handle(message, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            LeftForRedelivery(logger, message.MessageId, message.Queue);
            throw;
        }
        catch (StoreUnavailableException failure)
        {
            NotHandled(logger, message.MessageId, message.Queue, failure.Message);
        }
#pragma warning disable CA1031 // The host would log the message, which may hold a lead's values.
        catch (Exception mistake)
#pragma warning restore CA1031
        {
            HandlerFailed(logger, message.MessageId, message.Queue, mistake.GetType(), mistake.StackTrace);
        }

        return null;
    }

    /// <summary>Settles a message. Not even a host that stops breaks this off: the handler's work is done.</summary>
    private async Task SettleAsync(string queue, ServiceBusReceivedMessage message, ServiceBusMessageActions actions, Settlement settlement)
    {
        try
        {
            await (settlement.IsComplete
                ? actions.CompleteMessageAsync(message, CancellationToken.None)
                : actions.DeadLetterMessageAsync(
                    message,
                    deadLetterReason: Bounded(settlement.Reason!),
                    deadLetterErrorDescription: Bounded(settlement.Description!),
                    cancellationToken: CancellationToken.None));
        }
#pragma warning disable CA1031 // Failures of the host come as exceptions of its transport. At worst the message comes twice.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            NotSettled(logger, message.MessageId, queue, failure.GetType());
        }
    }

    private static string Bounded(string text) => text.Length <= MaxTextLength ? text : text[..MaxTextLength];

    [LoggerMessage(
        EventId = 6202, Level = LogLevel.Information,
        Message = "Message {Message} of queue {Queue} is left for redelivery: the host stops")]
    private static partial void LeftForRedelivery(ILogger logger, string message, string queue);

    [LoggerMessage(
        EventId = 6203, Level = LogLevel.Warning,
        Message = "Message {Message} of queue {Queue} was not handled and comes again: {Failure}")]
    private static partial void NotHandled(ILogger logger, string message, string queue, string failure);

    [LoggerMessage(EventId = 6204, Level = LogLevel.Error, Message = "Message {Message} of queue {Queue} failed with {Mistake}\n{Stack}")]
    private static partial void HandlerFailed(ILogger logger, string message, string queue, Type mistake, string? stack);

    [LoggerMessage(
        EventId = 6205, Level = LogLevel.Warning,
        Message = "Message {Message} of queue {Queue} was handled but not settled, and comes again: {Failure}")]
    private static partial void NotSettled(ILogger logger, string message, string queue, Type failure);
}
