using LeadFilter.Tests.Azure.ServiceBus.Queues;

namespace LeadFilter.Tests.Azure.Queues;

/// <summary>What a queue's trigger has received and no test has taken yet.</summary>
internal sealed class DeliveryInbox
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly Queue<ReceivedDelivery> waiting = new();
    private readonly HashSet<Guid> arrived = [];
    private readonly BrokerQueue queue;
    private TaskCompletionSource change = NewChange();

    public DeliveryInbox(BrokerQueue queue)
    {
        this.queue = queue;
        queue.Changed += (_, _) => Tell();
    }

    public void Put(ReceivedDelivery delivery)
    {
        lock (gate)
        {
            waiting.Enqueue(delivery);
            arrived.Add(Guid.Parse(delivery.Message.LockToken));
        }

        Tell();
    }

    /// <summary>Takes what has arrived; waits while the queue has something that has not. Nothing comes back if it has nothing.</summary>
    public async Task<IReadOnlyList<ReceivedDelivery>> TakeAsync(int max)
    {
        while (true)
        {
            var next = Volatile.Read(ref change).Task;
            var isAllHere = IsAllHere();
            if (Take(max) is var taken && (taken.Count > 0 || isAllHere))
            {
                return taken;
            }

            await next.WaitAsync(Patience);
        }
    }

    private bool IsAllHere()
    {
        var messages = queue.Messages;
        lock (gate)
        {
            return messages.All(message => message.IsScheduled || (message.Lock is { } token && arrived.Contains(token)));
        }
    }

    private List<ReceivedDelivery> Take(int max)
    {
        lock (gate)
        {
            var taken = new List<ReceivedDelivery>();
            while (taken.Count < max && waiting.TryDequeue(out var delivery))
            {
                taken.Add(delivery);
            }

            return taken;
        }
    }

    private void Tell() => Interlocked.Exchange(ref change, NewChange()).TrySetResult();

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
