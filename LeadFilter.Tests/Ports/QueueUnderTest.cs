using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Ports;

/// <summary>Empty queues of one test, which end with it, and the side of them that no port shows: receiving.</summary>
public abstract class QueueUnderTest : IAsyncDisposable
{
    /// <summary>How long a received message is locked.</summary>
    public static TimeSpan LockDuration { get; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a message is received at most.</summary>
    public abstract int MaxDeliveryCount { get; }

    public abstract ILeadQueue Queue { get; }

    public abstract IDeadLetters DeadLetters { get; }

    public abstract IQueueContents Contents { get; }

    /// <summary>The time by the queue's clock.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>Receives and locks what is visible now, perhaps nothing.</summary>
    public abstract Task<IReadOnlyList<HeldMessage>> ReceiveAsync(string queue, int max);

    public abstract Task<bool> CompleteAsync(HeldMessage delivery);

    public abstract Task<bool> AbandonAsync(HeldMessage delivery);

    public abstract Task<bool> DeadLetterAsync(HeldMessage delivery, string reason, string description);

    public abstract Task<bool> RenewAsync(HeldMessage delivery);

    /// <summary>Lets time pass by the queue's clock.</summary>
    public abstract Task PassAsync(TimeSpan span);

    public abstract ValueTask DisposeAsync();
}
