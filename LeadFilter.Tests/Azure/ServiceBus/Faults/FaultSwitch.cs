namespace LeadFilter.Tests.Azure.ServiceBus.Faults;

/// <summary>What goes wrong with the operations of one kind, and how many of them there were.</summary>
public sealed class FaultSwitch
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly Queue<Fault> next = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> waiters = [];
    private Fault always;
    private int count;

    /// <summary>What goes wrong with each operation from now on.</summary>
    public Fault Always
    {
        get
        {
            lock (gate)
            {
                return always;
            }
        }

        set
        {
            lock (gate)
            {
                always = value;
            }
        }
    }

    /// <summary>How many operations there were.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return count;
            }
        }
    }

    /// <summary>What goes wrong with the next operations, one after the other, before <see cref="Always"/> counts again.</summary>
    /// <param name="faults">The faults.</param>
    public void Next(params ReadOnlySpan<Fault> faults)
    {
        lock (gate)
        {
            foreach (var fault in faults)
            {
                next.Enqueue(fault);
            }
        }
    }

    /// <summary>Waits until there were so many operations. They were met, and need not be done.</summary>
    /// <param name="atLeast">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="TimeoutException">There were none for minutes.</exception>
    public Task WaitForAsync(int atLeast, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (count >= atLeast)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiters.Add((atLeast, reached));
            return reached.Task.WaitAsync(Patience, cancellation);
        }
    }

    /// <summary>Counts an operation and says what goes wrong with it.</summary>
    public Fault Meet()
    {
        lock (gate)
        {
            count++;
            foreach (var (_, reached) in waiters.Where(waiter => waiter.Count <= count))
            {
                reached.TrySetResult();
            }

            waiters.RemoveAll(waiter => waiter.Count <= count);
            return next.TryDequeue(out var fault) ? fault : always;
        }
    }
}
