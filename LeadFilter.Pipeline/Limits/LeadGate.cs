using LeadFilter.Pipeline.Telemetry;

namespace LeadFilter.Pipeline.Limits;

/// <summary>
/// Lets a bounded number of requests be worked on at once, and a bounded number wait for that, for a short time. All others are
/// turned away at once: an answer that says "later" now is worth more than one that comes too late. Vendors whose requests wait
/// take turns, so that one vendor's backlog does not stand before another's lead.
/// </summary>
/// <param name="options">The bounds.</param>
/// <param name="metrics">Counts whom it turns away.</param>
/// <param name="random">Spreads the times at which those come back.</param>
/// <param name="time">The clock.</param>
public sealed class LeadGate(LimitOptions options, LeadMetrics metrics, Random random, TimeProvider time)
{
    private const int MaxRetrySeconds = 5;
    private const string TooMany = "length";
    private const string TooLong = "age";

    private static readonly TimeSpan VendorRetry = TimeSpan.FromSeconds(1);

    private readonly Lock changing = new();
    private readonly WaitingRoom room = new();
    private int inWork;
    private int active;

    /// <summary>How many requests are in work, and how many wait to be.</summary>
    internal (int InWork, int Waiting) Load
    {
        get
        {
            lock (changing)
            {
                return (inWork, room.Count);
            }
        }
    }

    // INVARIANT: nobody waits who could go on. So a newcomer who finds room passes nobody by.
    private bool HasTurn => active < options.MaxActive;

    private bool HasPlace => inWork < options.MaxInWork;

    /// <summary>Asks for a place.</summary>
    /// <param name="use">Who asks.</param>
    /// <param name="cancellation">The vendor has hung up: it waits no longer.</param>
    /// <returns>The answer, to be disposed of when the request is done.</returns>
    /// <exception cref="OperationCanceledException">The wait was given up. No place is held then.</exception>
    public ValueTask<Entry> EnterAsync(VendorUse use, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(use);
        Waiter waiter;
        lock (changing)
        {
            if (use.Open >= options.MaxPerVendor)
            {
                metrics.Limited(use.Vendor, "concurrency");
                return new(Entry.Refused(EntryResult.VendorFull, VendorRetry));
            }

            if (HasTurn && HasPlace)
            {
                inWork++;
                active++;
                use.Open++;
                return new(new Entry(this, use));
            }

            if (room.Count >= options.MaxWaiting && !TryMakeRoom(use))
            {
                return new(Shed(use, TooMany));
            }

            use.Open++;
            waiter = new(use);
            room.Add(waiter);
        }

        return WaitAsync(waiter, cancellation);
    }

    /// <summary>Gives a place and a turn back.</summary>
    /// <param name="use">Who had it.</param>
    internal void Leave(VendorUse use)
    {
        lock (changing)
        {
            use.Open--;
            inWork--;
            active--;
            GoOn();
        }
    }

    /// <summary>Gives a turn back and keeps the place.</summary>
    internal void StepAside()
    {
        lock (changing)
        {
            active--;
            GoOn();
        }
    }

    /// <summary>Asks for a turn again. It is before the newcomers of its vendor, and nobody turns it away: its lead is half done.</summary>
    /// <param name="use">Who asks.</param>
    internal ValueTask ReturnAsync(VendorUse use)
    {
        lock (changing)
        {
            if (HasTurn)
            {
                active++;
                return default;
            }

            var waiter = new Waiter(use);
            room.AddReturning(waiter);
            return new(waiter.Told.Task);
        }
    }

    private void GoOn()
    {
        while (HasTurn && room.Next(HasPlace, out var isReturning) is { } next)
        {
            active++;
            inWork += isReturning ? 0 : 1;
            next.Told.SetResult(null);
        }
    }

    /// <summary>Where a vendor has more waiting than another one would with its next request, the last of those makes room.</summary>
    private bool TryMakeRoom(VendorUse use)
    {
        if (room.Longest() is not { } longest || longest.Waiting.Count <= use.Waiting.Count + 1)
        {
            return false;
        }

        Dismiss(longest.Waiting.Last!.Value, static told => told.SetResult(TooMany));
        return true;
    }

    private async ValueTask<Entry> WaitAsync(Waiter waiter, CancellationToken cancellation)
    {
        using var patience = time.CreateTimer(
            _ => GiveUp(waiter, static told => told.SetResult(TooLong)), null, options.MaxWait, Timeout.InfiniteTimeSpan);
        await using var hangUp = cancellation.UnsafeRegister(_ => GiveUp(waiter, told => told.SetCanceled(cancellation)), null);
        return await waiter.Told.Task is { } cause ? Shed(waiter.Use, cause) : new(this, waiter.Use);
    }

    // INVARIANT: whoever takes a waiter out of the room, under the lock, and nobody else, tells it how it ends.
    private void GiveUp(Waiter waiter, Action<TaskCompletionSource<string?>> tell)
    {
        lock (changing)
        {
            if (waiter.Place is not null)
            {
                Dismiss(waiter, tell);
            }
        }
    }

    private void Dismiss(Waiter waiter, Action<TaskCompletionSource<string?>> tell)
    {
        room.Remove(waiter);
        waiter.Use.Open--;
        tell(waiter.Told);
    }

    private Entry Shed(VendorUse use, string cause)
    {
        metrics.Shed(use.Vendor, cause);
        return Entry.Refused(EntryResult.Shed, TimeSpan.FromSeconds(random.Next(1, MaxRetrySeconds + 1)));
    }
}
