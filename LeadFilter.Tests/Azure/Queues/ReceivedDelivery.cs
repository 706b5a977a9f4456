using Azure.Messaging.ServiceBus;
using LeadFilter.Functions.Queues;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Azure.Queues;

/// <summary>A delivery in the hands of a test: a function that waits for the test to say how it ends.</summary>
/// <param name="message">The message.</param>
/// <param name="actions">Settle it.</param>
internal sealed class ReceivedDelivery(ServiceBusReceivedMessage message, SettlingActions actions)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TaskCompletionSource<Settlement> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ServiceBusReceivedMessage Message => message;

    /// <summary>The function: runs through the product's edge.</summary>
    public async Task RunAsync(MessageSettler settler, string queue, CancellationToken stopping)
    {
        try
        {
            await settler.SettleAsync(queue, message, actions, (_, cancellation) => end.Task.WaitAsync(cancellation), stopping);
        }
        finally
        {
            settled.TrySetResult();
        }
    }

    /// <summary>Ends the function. A message that was settled before is settled once more.</summary>
    /// <returns>Whether the lock held.</returns>
    public async Task<bool> EndAsync(Settlement settlement)
    {
        if (!end.TrySetResult(settlement))
        {
            return await TryAsync(actions.CompleteMessageAsync(message));
        }

        await settled.Task.WaitAsync(Patience);
        return !actions.HasFailed;
    }

    public Task<bool> AbandonAsync() => TryAsync(actions.AbandonMessageAsync(message));

    public Task<bool> RenewAsync() => TryAsync(actions.RenewMessageLockAsync(message));

    private static async Task<bool> TryAsync(Task call)
    {
        try
        {
            await call;
            return true;
        }
        catch (ServiceBusException lost) when (lost.Reason == ServiceBusFailureReason.MessageLockLost)
        {
            return false;
        }
    }
}
