using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Azure.Messaging.ServiceBus;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Functions.Queues;

/// <summary>
/// What lies in the queues of a Service Bus namespace. It is peeked at. Of what is not dead, only what is scheduled can be deleted:
/// everything else is with its function within seconds.
/// </summary>
/// <param name="queues">The links for each name in <see cref="QueueNames.All"/>.</param>
internal sealed class ServiceBusContents(FrozenDictionary<string, ServiceBusLinks> queues) : IQueueContents
{
    private const int AtOnce = 100;

    // An empty queue is waited for so long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async IAsyncEnumerable<KeptMessage> ReadAsync(
        string queue, bool dead, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var receiver = dead ? queues[queue].DeadLetters : queues[queue].Receiver;
        var next = 0L;
        while (true)
        {
            var peeked = await AskAsync(
                queue, () => receiver.PeekMessagesAsync(AtOnce, next, cancellation), cancellation);
            if (peeked.Count == 0)
            {
                yield break;
            }

            foreach (var message in peeked)
            {
                yield return Read(message, queue, dead);
            }

            next = peeked[^1].SequenceNumber + 1;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> DeleteAsync(IReadOnlyList<KeptMessage> messages, CancellationToken cancellation)
    {
        if (messages.Count == 0)
        {
            return 0;
        }

        var (queue, deleted) = (messages[0].Message.Queue, 0);
        foreach (var message in messages.Where(static message => message.State == MessageState.Waiting))
        {
            deleted += await AskAsync(queue, () => CancelAsync(queues[queue].Sender, message.Number, cancellation), cancellation);
        }

        var dead = messages
            .Where(static message => message.State == MessageState.Dead)
            .Select(static message => message.Number)
            .ToHashSet();
        return dead.Count == 0
            ? deleted
            : deleted + await AskAsync(queue, () => CompleteAsync(queues[queue].DeadLetters, dead, cancellation), cancellation);
    }

    private static KeptMessage Read(ServiceBusReceivedMessage message, string queue, bool dead)
    {
        var state = dead ? MessageState.Dead
            : message.State == ServiceBusMessageState.Scheduled ? MessageState.Waiting
            : MessageState.InHand;
        return new(ReceivedMessage.Read(message, queue), state, message.SequenceNumber, dead ? message.EnqueuedTime : null);
    }

    private static async Task<int> CancelAsync(ServiceBusSender sender, long number, CancellationToken cancellation)
    {
        try
        {
            await sender.CancelScheduledMessageAsync(number, cancellation);
            return 1;
        }
        catch (ServiceBusException gone) when (gone.Reason == ServiceBusFailureReason.MessageNotFound)
        {
            return 0;
        }
    }

    /// <summary>
    /// Receives dead letters until all that are wanted are completed. The others are given back only in the end: they would be
    /// received again at once.
    /// </summary>
    private static async Task<int> CompleteAsync(ServiceBusReceiver receiver, HashSet<long> wanted, CancellationToken cancellation)
    {
        var others = new List<ServiceBusReceivedMessage>();
        var completed = 0;
        try
        {
            while (wanted.Count > 0
                && await receiver.ReceiveMessagesAsync(AtOnce, Patience, cancellation) is { Count: > 0 } received)
            {
                foreach (var message in received)
                {
                    if (wanted.Remove(message.SequenceNumber))
                    {
                        await receiver.CompleteMessageAsync(message, cancellation);
                        completed++;
                    }
                    else
                    {
                        others.Add(message);
                    }
                }
            }
        }
        finally
        {
            foreach (var message in others)
            {
                await receiver.AbandonMessageAsync(message, cancellationToken: CancellationToken.None);
            }
        }

        return completed;
    }

    private static async Task<T> AskAsync<T>(string queue, Func<Task<T>> ask, CancellationToken cancellation)
    {
        try
        {
            return await ask();
        }
        catch (Exception failure) when (SendFailure.Is(failure, cancellation))
        {
            throw NoAnswer(queue, failure);
        }
    }

    private static StoreUnavailableException NoAnswer(string queue, Exception failure) =>
        new($"Queue {queue} did not answer ({SendFailure.ReasonOf(failure)}).");
}
