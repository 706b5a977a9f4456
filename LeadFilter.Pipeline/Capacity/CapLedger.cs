namespace LeadFilter.Pipeline.Capacity;

/// <summary>
/// What this process knows of one counter: which places may be free, and which ones its requests are trying. It saves
/// reading the table for each lead; the table alone decides who holds a place. When no place seems free, the table is
/// read again, but not for every lead that comes to a full cap.
/// </summary>
/// <param name="counter">The counter.</param>
/// <param name="places">The table.</param>
/// <param name="time">The clock.</param>
/// <param name="random">Spreads the processes over the places.</param>
internal sealed class CapLedger(CapCounter counter, CapPlaces places, TimeProvider time, Random random)
{
    /// <summary>How long a cap that was found full counts as full: longer where reading takes long, so that it takes 1 % of the time.</summary>
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private const int PausePerReading = 100;

    private readonly Lock gate = new();
    private readonly PlaceMap free = new(counter.Limit, random);
    private readonly HashSet<int> tried = [];
    private long? lookedAt;
    private TimeSpan pause;
    private Task? looking;
    private bool learning;
    private bool outdated;

    /// <summary>Whether the counter was noted in the table.</summary>
    public bool IsNoted { get; set; }

    /// <summary>Picks a place to try; <see cref="Taken"/>, <see cref="Freed"/> or <see cref="Doubt"/> must follow.</summary>
    /// <param name="place">The place.</param>
    public bool TryPick(out int place)
    {
        lock (gate)
        {
            return free.TryPick(out place) && tried.Add(place);
        }
    }

    /// <summary>Whether a place may be free. Reads the table if that is not known.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<bool> HasRoomAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Task look;
            lock (gate)
            {
                if (free.Count > 0)
                {
                    return true;
                }

                if (looking is null && lookedAt is { } at && time.GetElapsedTime(at) < pause)
                {
                    return false;
                }

                look = looking ??= LookAsync();
            }

            await look.WaitAsync(cancellation);
        }
    }

    /// <summary>A place is known to be taken, by whomever.</summary>
    /// <param name="place">The place.</param>
    public void Taken(int place)
    {
        lock (gate)
        {
            tried.Remove(place);
            free.Remove(place);
        }
    }

    /// <summary>
    /// A place turned out to be taken by another process: reads what else it has taken nearby, unless another request is
    /// about to.
    /// </summary>
    /// <param name="place">The place.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask LearnAsync(int place, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (learning)
            {
                return;
            }

            learning = true;
        }

        try
        {
            var taken = await places.ReadBlockAsync(counter, place / CapPlaces.BlockSize, cancellation);
            lock (gate)
            {
                foreach (var other in taken)
                {
                    free.Remove(other.Place);
                }
            }
        }
        finally
        {
            lock (gate)
            {
                learning = false;
            }
        }
    }

    /// <summary>A place is known to be free.</summary>
    /// <param name="place">The place.</param>
    public void Freed(int place)
    {
        lock (gate)
        {
            tried.Remove(place);
            free.Add(place);
            outdated = true;
        }
    }

    /// <summary>Nobody knows whether a place is taken: the table is asked when there is no other.</summary>
    /// <param name="place">The place.</param>
    public void Doubt(int place)
    {
        lock (gate)
        {
            tried.Remove(place);
            lookedAt = null;
            outdated = true;
        }
    }

    private async Task LookAsync()
    {
        // So that the caller has left its lock, and has this task, before anything here ends.
        await Task.Yield();
        var started = time.GetTimestamp();
        var taken = new HashSet<int>();
        try
        {
            lock (gate)
            {
                outdated = false;
            }

            await foreach (var (place, _) in places.ReadAsync(counter, CancellationToken.None))
            {
                taken.Add(place);
            }
        }
        finally
        {
            lock (gate)
            {
                looking = null;
            }
        }

        var share = time.GetElapsedTime(started) * PausePerReading;
        lock (gate)
        {
            taken.UnionWith(tried);
            Believe(taken);
            lookedAt = outdated ? null : time.GetTimestamp();
            pause = share > ShortestPause ? share : ShortestPause;
        }
    }

    /// <summary>
    /// As many of the lowest places as are left. Where the limit has been lowered, places beyond it may be taken: they count,
    /// so that fewer of those below it are free. All processes find the same ones, or fewer.
    /// </summary>
    private void Believe(HashSet<int> taken)
    {
        free.Clear();
        for (var (place, left) = (0, counter.Limit - taken.Count); place < counter.Limit && left > 0; place++)
        {
            if (!taken.Contains(place))
            {
                free.Add(place);
                left--;
            }
        }
    }
}
