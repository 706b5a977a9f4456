namespace LeadFilter.Tests.Azure.ServiceBus.Queues;

/// <summary>A queue with a clock, for many threads: <see cref="QueueState"/> has the rules.</summary>
public sealed class BrokerQueue : IDisposable
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(1);

    private readonly Lock gate;
    private readonly QueueState state;
    private readonly TimeProvider time;
    private readonly ITimer timer;

    /// <summary>Makes an empty queue, and one for its dead letters.</summary>
    /// <param name="options">How it behaves.</param>
    /// <param name="time">The clock of its locks, schedules and duplicates.</param>
    public BrokerQueue(QueueOptions options, TimeProvider time)
        : this(new(), options, new QueueState(options, deadLetters: null), time)
    {
    }

    private BrokerQueue(Lock gate, QueueOptions options, QueueState dead, TimeProvider time)
        : this(gate, new QueueState(options, dead), time) => DeadLetters = new(gate, dead, time);

    private BrokerQueue(Lock gate, QueueState state, TimeProvider time)
    {
        this.gate = gate;
        this.state = state;
        this.time = time;
        timer = time.CreateTimer(_ => Change((queue, now) => queue.Advance(now)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>There is something to receive.</summary>
    public event EventHandler? Available;

    /// <summary>The messages have changed.</summary>
    public event EventHandler? Changed;

    /// <summary>Its dead letters; null for a queue of dead letters.</summary>
    public BrokerQueue? DeadLetters { get; }

    /// <summary>All messages in the order in which they came.</summary>
    public IReadOnlyList<StoredMessage> Messages
    {
        get
        {
            lock (gate)
            {
                state.Advance(time.GetUtcNow());
                return state.Messages;
            }
        }
    }

    /// <inheritdoc cref="QueueState.Send"/>
    public long Send(SentMessage message) => Change((queue, now) => queue.Send(message, now));

    /// <inheritdoc cref="QueueState.Cancel"/>
    public bool Cancel(long sequenceNumber) => Change((queue, _) => queue.Cancel(sequenceNumber));

    /// <inheritdoc cref="QueueState.Receive"/>
    public StoredMessage? Receive()
    {
        var received = Apply((queue, now) => queue.Receive(now), out _);
        Changed?.Invoke(this, EventArgs.Empty);
        return received;
    }

    /// <inheritdoc cref="QueueState.Complete"/>
    public bool Complete(Guid token) => Change((queue, now) => queue.Complete(token, now));

    /// <inheritdoc cref="QueueState.Abandon"/>
    public bool Abandon(Guid token) => Change((queue, now) => queue.Abandon(token, now));

    /// <inheritdoc cref="QueueState.Release"/>
    public bool Release(Guid token) => Change((queue, now) => queue.Release(token, now));

    /// <inheritdoc cref="QueueState.DeadLetter"/>
    public bool DeadLetter(Guid token, string? reason, string? description) =>
        Change((queue, now) => queue.DeadLetter(token, reason, description, now));

    /// <inheritdoc cref="QueueState.Renew"/>
    public DateTimeOffset? Renew(Guid token) => Change((queue, now) => queue.Renew(token, now));

    /// <summary>Waits until the messages are as expected.</summary>
    /// <param name="expected">Whether they are.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task WaitUntilAsync(Func<IReadOnlyList<StoredMessage>, bool> expected, CancellationToken cancellation)
    {
        var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(object? sender, EventArgs e)
        {
            if (expected(Messages))
            {
                met.TrySetResult();
            }
        }

        Changed += Look;
        try
        {
            Look(this, EventArgs.Empty);
            await met.Task.WaitAsync(cancellation);
        }
        finally
        {
            Changed -= Look;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        timer.Dispose();
        DeadLetters?.Dispose();
    }

    private void Change(Action<QueueState, DateTimeOffset> change) => Change((queue, now) =>
    {
        change(queue, now);
        return true;
    });

    private T Change<T>(Func<QueueState, DateTimeOffset, T> change)
    {
        var result = Apply(change, out var hasVisible);
        Tell(hasVisible);
        DeadLetters?.Change((_, _) => { });
        return result;
    }

    private T Apply<T>(Func<QueueState, DateTimeOffset, T> change, out bool hasVisible)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            state.Advance(now);
            var result = change(state, now);
            hasVisible = state.HasVisible;
            timer.Change(state.NextChange is { } at ? Min(at - now, MaxWait) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return result;
        }
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private void Tell(bool hasVisible)
    {
        Changed?.Invoke(this, EventArgs.Empty);
        if (hasVisible)
        {
            Available?.Invoke(this, EventArgs.Empty);
        }
    }
}
