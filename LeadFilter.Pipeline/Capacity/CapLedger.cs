namespace LeadFilter.Pipeline.Capacity;

/// <summary>
/// What this process knows of one counter: which places may be free, and which ones its requests are trying. It saves
/// reading the table for each lead; the table alone decides who holds a place. When no place seems free, it searches, but
/// not for every lead that comes to a full cap.
/// </summary>
internal sealed class CapLedger
{
    /// <summary>
    /// How long a cap that was found full counts as full: longer where searching takes long, so that it takes 1 % of the time,
    /// and where it reads much, so that 40 processes together read some 700 rows a second, a third of what a partition bears.
    /// </summary>
    private static readonly TimeSpan MinPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PausePerRow = TimeSpan.FromMilliseconds(80);
    private const int PausePerSearching = 100;

    /// <summary>
    /// By which part a pause may be shorter, so that processes that found a cap full together do not look again together.
    /// </summary>
    private const double Spread = 0.5;

    private readonly Lock gate = new();
    private readonly CapCounter counter;
    private readonly CapPlaces places;
    private readonly TimeProvider time;
    private readonly Random random;
    private readonly PlaceMap map;
    private readonly PlaceSearch search;
    private long? lookedAt;
    private TimeSpan pause;
    private Task? looking;
    private bool learning;
    private bool outdated;
    private int offers;
    private TaskCompletionSource? offerEnd;

    /// <summary>Makes one that knows nothing yet.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="places">The table.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Spreads the processes over the places.</param>
    public CapLedger(CapCounter counter, CapPlaces places, TimeProvider time, Random random)
    {
        (this.counter, this.places, this.time, this.random) = (counter, places, time, random);
        map = new(counter.Limit, random);
        search = new(counter, places, map, time);
    }

    /// <summary>Whether the counter was noted in the table.</summary>
    public bool IsNoted { get; set; }

    /// <summary>Picks a place to try; <see cref="Taken"/>, <see cref="Freed"/> or <see cref="Doubt"/> must follow.</summary>
    /// <param name="place">The place.</param>
    public bool TryPick(out int place) => map.TryPick(out place);

    /// <summary>Whether a place may be free. Searches for one if that is not known.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<bool> HasRoomAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (map.Count > 0)
                {
                    return true;
                }

                if (looking is not null || lookedAt is not { } at || time.GetElapsedTime(at) >= pause)
                {
                    next = looking ??= LookAsync();
                }
                else if (offers > 0)
                {
                    // Those that are offered may be put back: a lead that is not bought turns nobody away.
                    next = (offerEnd ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
                }
                else
                {
                    return false;
                }
            }

            await next.WaitAsync(cancellation);
        }
    }

    /// <summary>A place that was picked is offered, see <see cref="PlaceOffer"/>.</summary>
    public void BeginOffer()
    {
        lock (gate)
        {
            offers++;
        }
    }

    /// <summary>An offer has ended.</summary>
    public void EndOffer()
    {
        lock (gate)
        {
            offers--;
            offerEnd?.SetResult();
            offerEnd = null;
        }
    }

    /// <summary>A place is known to be taken, by whomever.</summary>
    /// <param name="place">The place.</param>
    public void Taken(int place) => map.Taken(place);

    /// <summary>
    /// A place turned out to be taken by another process: reads what else of its stretch is taken, if that is worth its cost,
    /// unless another request is about to.
    /// </summary>
    /// <param name="place">The place.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask LearnAsync(int place, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (!map.Collide() || learning)
            {
                return;
            }

            learning = true;
        }

        try
        {
            var taken = await places.ReadStretchAsync(counter, place / PlaceMap.StretchSize * PlaceMap.StretchSize, cancellation);
            map.Learn(taken.ToHashSet());
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
    /// <param name="wasTaken">Whether it was taken before; otherwise it was picked and then not tried.</param>
    public void Freed(int place, bool wasTaken = true)
    {
        lock (gate)
        {
            map.Freed(place, wasTaken);
            outdated = true;
        }
    }

    /// <summary>Nobody knows whether a place is taken: the table is asked when there is no other.</summary>
    /// <param name="place">The place.</param>
    public void Doubt(int place)
    {
        lock (gate)
        {
            map.Doubt(place);
            lookedAt = null;
            outdated = true;
        }
    }

    /// <summary>
    /// Opens the stretch of a place that was picked, if nobody has yet: a place whose stretch is not noted would not be
    /// found again.
    /// </summary>
    /// <param name="place">The place.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask PrepareAsync(int place, CancellationToken cancellation)
    {
        if (!map.NeedsOpening(place))
        {
            return;
        }

        var stretch = place / PlaceMap.StretchSize;
        await places.Notes.OpenAsync(counter, stretch, cancellation);
        map.Opened(stretch, isOwn: false);
    }

    private async Task LookAsync()
    {
        // So that the caller has left its lock, and has this task, before anything here ends.
        await Task.Yield();
        try
        {
            lock (gate)
            {
                outdated = false;
            }

            var started = time.GetTimestamp();
            var (found, rows) = await search.RunAsync();
            TimeSpan[] pauses =
            [
                MinPause,
                time.GetElapsedTime(started) * PausePerSearching,
                rows * PausePerRow * (1 - (Spread * random.NextDouble())),
            ];
            lock (gate)
            {
                // When what was found is used up, there may be more, unless all places were seen.
                var mayBeMore = outdated || (found && !map.IsComplete);
                lookedAt = mayBeMore ? null : time.GetTimestamp();
                pause = pauses.Max();
            }
        }
        finally
        {
            lock (gate)
            {
                looking = null;
            }
        }
    }
}
