using Azure.Messaging.ServiceBus;
using LeadFilter.Tests.Ports;

namespace LeadFilter.Tests.Azure.Queues;

/// <summary>A queue of Service Bus with duplicate detection over a day, scheduled messages, locks, delivery counts and dead letters.</summary>
/// <param name="clock">The time.</param>
internal sealed class InMemoryQueue(TimeProvider clock)
{
    public const int MaxDeliveryCount = 3;

    private static readonly TimeSpan DetectionWindow = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private readonly List<StoredMessage> messages = [];
    private readonly Dictionary<string, DateTimeOffset> known = new(StringComparer.Ordinal);
    private int lastLock;

    /// <summary>What sending throws instead of taking the message; null for none.</summary>
    public Func<Exception>? Fault { get; set; }

    /// <summary>All messages that are not completed.</summary>
    public IReadOnlyList<StoredMessage> Messages
    {
        get
        {
            lock (gate)
            {
                return [.. messages];
            }
        }
    }

    public void Take(ServiceBusMessage message)
    {
        lock (gate)
        {
            if (Fault?.Invoke() is { } failure)
            {
                throw failure;
            }

            var now = clock.GetUtcNow();
            if (known.TryGetValue(message.MessageId, out var at) && now - at < DetectionWindow)
            {
                return;
            }

            known[message.MessageId] = now;
            messages.Add(new(message));
        }
    }

    public List<ServiceBusReceivedMessage> Receive(int max)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            foreach (var spent in messages.Where(message => message.DeliveryCount >= MaxDeliveryCount && message.LockedUntil <= now))
            {
                spent.DeadLetterReason ??= "MaxDeliveryCountExceeded";
            }

            return
            [
                .. messages
                    .Where(message => message.DeadLetterReason is null && message.LockedUntil <= now && message.Sent.ScheduledEnqueueTime <= now)
                    .Take(max)
                    .Select(message => LockUntil(message, now + QueueUnderTest.LockDuration)),
            ];
        }
    }

    public void Complete(ServiceBusReceivedMessage message) => Settle(message, stored => messages.Remove(stored));

    public void Abandon(ServiceBusReceivedMessage message) => Settle(message, stored => stored.LockedUntil = default);

    public void Renew(ServiceBusReceivedMessage message) =>
        Settle(message, stored => stored.LockedUntil = clock.GetUtcNow() + QueueUnderTest.LockDuration);

    public void Bury(ServiceBusReceivedMessage message, string reason, string description) => Settle(message, stored =>
    {
        stored.DeadLetterReason = reason;
        stored.DeadLetterDescription = description;
    });

    private ServiceBusReceivedMessage LockUntil(StoredMessage message, DateTimeOffset until)
    {
        message.LockedUntil = until;
        message.Lock = new(++lastLock, 0, 0, new byte[8]);
        message.DeliveryCount++;
        return message.ToReceived();
    }

    private void Settle(ServiceBusReceivedMessage message, Action<StoredMessage> change)
    {
        lock (gate)
        {
            var stored = messages.Find(stored => stored.Lock.ToString() == message.LockToken
                && stored.DeadLetterReason is null && stored.LockedUntil > clock.GetUtcNow());
            change(stored ?? throw new ServiceBusException("Lock lost.", ServiceBusFailureReason.MessageLockLost));
        }
    }
}
