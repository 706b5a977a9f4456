using LeadFilter.Pipeline.Telemetry;

namespace LeadFilter.Pipeline.Limits;

/// <summary>
/// Lets a bounded number of requests be worked on at once, and a bounded number wait for that, first come first served, for a
/// short time. All others are turned away at once: an answer that says "later" now is worth more than one that comes too late.
/// </summary>
/// <param name="options">The bounds.</param>
/// <param name="metrics">Counts whom it turns away.</param>
/// <param name="random">Spreads the times at which those come back.</param>
/// <param name="time">The clock.</param>
public sealed class LeadGate(LimitOptions options, LeadMetrics metrics, Random random, TimeProvider time)
{
    private const int MaxRetrySeconds = 5;

    private static readonly TimeSpan VendorRetry = TimeSpan.FromSeconds(1);

    private readonly Lock changing = new();
    private readonly LinkedList<Waiter> waiting = [];
    private int inWork;

    /// <summary>How many requests are in work, and how many wait.</summary>
    internal (int InWork, int Waiting) Load
    {
        get
        {
            lock (changing)
            {
                return (inWork, waiting.Count);
            }
        }
    }

    /// <summary>Asks for a place.</summary>
    /// <param name="use">Who asks.</param>
    /// <param name="cancellation">The vendor has hung up: it waits no longer.</param>
    /// <returns>The answer, to be disposed of when the request is done.</returns>
    /// <exception cref="OperationCanceledException">The wait was given up. No place is held then.</exception>
    public ValueTask<Entry> EnterAsync(VendorUse use, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(use);
        LinkedListNode<Waiter> waiter;
        lock (changing)
        {
            if (use.Open >= options.MaxPerVendor)
            {
                metrics.Limited(use.Vendor, "concurrency");
                return new(Entry.Refused(EntryResult.VendorFull, VendorRetry));
            }

            if (inWork < options.MaxInWork)
            {
                inWork++;
                use.Open++;
                return new(new Entry(this, use));
            }

            if (waiting.Count >= options.MaxWaiting)
            {
                return new(Shed(use, "length"));
            }

            use.Open++;
            waiter = waiting.AddLast(new Waiter(use));
        }

        return WaitAsync(waiter, cancellation);
    }

    /// <summary>Gives a place back: to whom has waited longest, if anyone does.</summary>
    /// <param name="use">Who had it.</param>
    internal void Leave(VendorUse use)
    {
        lock (changing)
        {
            use.Open--;
            if (waiting.First is { } next)
            {
                waiting.Remove(next);
                next.Value.Told.SetResult(true);
            }
            else
            {
                inWork--;
            }
        }
    }

    private async ValueTask<Entry> WaitAsync(LinkedListNode<Waiter> waiter, CancellationToken cancellation)
    {
        var use = waiter.Value.Use;
        using var patience = time.CreateTimer(
            _ => GiveUp(waiter, static told => told.SetResult(false)), null, options.MaxWait, Timeout.InfiniteTimeSpan);
        await using var hangUp = cancellation.UnsafeRegister(_ => GiveUp(waiter, told => told.SetCanceled(cancellation)), null);
        return await waiter.Value.Told.Task ? new(this, use) : Shed(use, "age");
    }

    // INVARIANT: whoever takes a waiter off the list, under the lock, and nobody else, tells it how it ends.
    private void GiveUp(LinkedListNode<Waiter> waiter, Action<TaskCompletionSource<bool>> tell)
    {
        lock (changing)
        {
            if (waiter.List is null)
            {
                return;
            }

            waiting.Remove(waiter);
            waiter.Value.Use.Open--;
            tell(waiter.Value.Told);
        }
    }

    private Entry Shed(VendorUse use, string cause)
    {
        metrics.Shed(use.Vendor, cause);
        return Entry.Refused(EntryResult.Shed, TimeSpan.FromSeconds(random.Next(1, MaxRetrySeconds + 1)));
    }

    /// <summary>A request that waits.</summary>
    /// <param name="Use">Whose it is.</param>
    private sealed record Waiter(VendorUse Use)
    {
        /// <summary>True for a place, false when the wait is over without one.</summary>
        public TaskCompletionSource<bool> Told { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
