namespace LeadFilter.Pipeline.Capacity;

/// <summary>
/// What this process knows of the places of a counter, and what it does next to find a free one. It may be wrong either way:
/// the table decides. Processes open stretches of their own, picked at random, so that they seldom meet; when none is left,
/// they share. It makes no call: <see cref="PlaceSearch"/> does, and the model of scale. Safe for use by many threads.
/// </summary>
/// <param name="limit">How many places there are.</param>
/// <param name="random">Spreads the processes.</param>
internal sealed class PlaceMap(int limit, Random random)
{
    /// <summary>Places that a process opens at once.</summary>
    public const int StretchSize = 100;

    // After so many stretches that others had opened, most are: sharing one costs less than to go on trying.
    private const int MaxMisses = 4;

    // After so many calls without a place, what is believed is too old: to read the notes, a row for each stretch, is cheaper.
    private const int MinProbes = 8;
    private const int StretchesPerProbe = 32;

    private readonly Lock gate = new();
    private readonly Stretches stretches = new(limit, random);
    private readonly Hand hand = new(limit, random);
    private int misses;
    private int probes;
    private bool isFresh;
    private bool isComplete;
    private bool lookedBeyond = limit <= StretchSize;
    private bool readsAll = limit <= StretchSize;

    /// <summary>How many places are believed to be free and may be taken at once.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return hand.Count;
            }
        }
    }

    /// <summary>Whether every place that is not believed to be free was seen to be taken by the search that ended last.</summary>
    public bool IsComplete
    {
        get
        {
            lock (gate)
            {
                return isComplete;
            }
        }
    }

    /// <summary>How many stretches so many places make.</summary>
    /// <param name="places">How many places.</param>
    public static int CountOf(int places) => (places + StretchSize - 1) / StretchSize;

    /// <summary>
    /// Picks a place that is believed to be free, and believes it no more. <see cref="Taken"/>, <see cref="Freed"/> or
    /// <see cref="Doubt"/> must follow.
    /// </summary>
    /// <param name="place">The place.</param>
    public bool TryPick(out int place)
    {
        lock (gate)
        {
            return hand.TryPick(out place);
        }
    }

    /// <summary>
    /// Whether the stretch of a place must be opened before the place may be taken. The first one need not: it is always read,
    /// so that a small cap has no more rows than places.
    /// </summary>
    /// <param name="place">The place.</param>
    public bool NeedsOpening(int place)
    {
        lock (gate)
        {
            return place >= StretchSize && stretches[place / StretchSize] == StretchState.Unopened;
        }
    }

    /// <summary>A place is known to be taken, by whomever.</summary>
    /// <param name="place">The place.</param>
    public void Taken(int place)
    {
        lock (gate)
        {
            hand.Settled(place);
            stretches.CountTaken(place);
        }
    }

    /// <summary>A place is known to be free.</summary>
    /// <param name="place">The place.</param>
    /// <param name="wasTaken">Whether it was taken before; otherwise it was picked and then not tried.</param>
    public void Freed(int place, bool wasTaken = true)
    {
        lock (gate)
        {
            hand.Settled(place);
            hand.Freed(place);
            if (wasTaken)
            {
                stretches.Disown(place / StretchSize);
            }
        }
    }

    /// <summary>Nobody knows whether a place is taken: its stretch is to be read before the cap counts as full.</summary>
    /// <param name="place">The place.</param>
    public void Doubt(int place)
    {
        lock (gate)
        {
            hand.Settled(place);
            stretches.Disown(place / StretchSize);
            if (stretches[place / StretchSize] != StretchState.Unopened)
            {
                stretches.Become(place / StretchSize, StretchState.Open);
            }
        }
    }

    /// <summary>Tells once which stretches this process has opened and since seen each place of to be taken.</summary>
    public IReadOnlyList<int> TakeFull()
    {
        lock (gate)
        {
            return stretches.TakeFull();
        }
    }

    /// <summary>Another process was found to have a place that was picked.</summary>
    /// <returns>Whether it is time to read the place's stretch: <see cref="Learn"/>.</returns>
    public bool Collide()
    {
        lock (gate)
        {
            return hand.Collide();
        }
    }

    /// <summary>Takes in which places of a stretch are taken.</summary>
    /// <param name="taken">They.</param>
    public void Learn(IReadOnlySet<int> taken)
    {
        lock (gate)
        {
            hand.Learn(taken);
        }
    }

    /// <summary>Begins to search.</summary>
    public void Begin()
    {
        lock (gate)
        {
            (misses, probes, isFresh, isComplete) = (0, 0, false, false);
        }
    }

    /// <summary>What to do next; what it finds is to be told before this is asked again.</summary>
    /// <param name="stretch">The stretch with which it is to be done.</param>
    public SearchStep Next(out int stretch)
    {
        lock (gate)
        {
            stretch = -1;
            if (hand.Count > 0)
            {
                return SearchStep.Take;
            }

            if (!lookedBeyond || readsAll)
            {
                return !lookedBeyond ? SearchStep.LookBeyond : isFresh ? SearchStep.Full : SearchStep.ReadAll;
            }

            if (!isFresh && probes >= MinProbes + (stretches.Count / StretchesPerProbe))
            {
                return SearchStep.ReadNotes;
            }

            if (stretches.Unopened > 0 && (misses < MaxMisses || stretches.Open == 0))
            {
                stretch = stretches.AnyOf(StretchState.Unopened, stretches.Unopened);
                return SearchStep.Open;
            }

            if (stretches.Open > 0)
            {
                stretch = stretches.AnyOf(StretchState.Open, stretches.Open);
                return SearchStep.ReadStretch;
            }

            return isFresh ? SearchStep.Full : SearchStep.ReadNotes;
        }
    }

    /// <summary>Tells of <see cref="SearchStep.LookBeyond"/>.</summary>
    /// <param name="isTaken">Whether any place beyond the limit is taken.</param>
    public void LookedBeyond(bool isTaken)
    {
        lock (gate)
        {
            (lookedBeyond, readsAll) = (true, isTaken);
        }
    }

    /// <summary>Tells of <see cref="SearchStep.Open"/>, or of opening the stretch of a place that <see cref="NeedsOpening"/>.</summary>
    /// <param name="stretch">The stretch.</param>
    /// <param name="isOwn">Whether this process opened it: then all its places are free.</param>
    public void Opened(int stretch, bool isOwn)
    {
        lock (gate)
        {
            stretches.Become(stretch, isOwn || readsAll ? StretchState.Spent : StretchState.Open);
            if (readsAll)
            {
                return;
            }

            if (isOwn)
            {
                misses = 0;
                stretches.Own(stretch);
                hand.Deal(stretches.PlacesOf(stretch));
            }
            else
            {
                misses++;
                probes++;
            }
        }
    }

    /// <summary>Tells of <see cref="SearchStep.ReadStretch"/>.</summary>
    /// <param name="stretch">The stretch.</param>
    /// <param name="taken">Places that are taken.</param>
    public void HasRead(int stretch, IReadOnlySet<int> taken)
    {
        lock (gate)
        {
            stretches.Become(stretch, StretchState.Spent);
            probes++;
            hand.Deal(stretches.PlacesOf(stretch).Where(place => !taken.Contains(place)));
        }
    }

    /// <summary>Tells of <see cref="SearchStep.ReadStretch"/> that the stretch's note says it is full.</summary>
    /// <param name="stretch">The stretch.</param>
    public void IsFull(int stretch)
    {
        lock (gate)
        {
            stretches.Become(stretch, StretchState.Spent);
            probes++;
        }
    }

    /// <summary>Tells of <see cref="SearchStep.ReadNotes"/>.</summary>
    /// <param name="notes">The notes; those that follow the cap's last stretch belong to it.</param>
    public void HasRead(IReadOnlyList<StretchNote> notes)
    {
        lock (gate)
        {
            isFresh = true;
            stretches.Clear();
            foreach (var (stretch, isFull) in notes)
            {
                if (stretch < stretches.Count)
                {
                    stretches.Become(stretch, isFull ? StretchState.Spent : StretchState.Open);
                }
                else
                {
                    (readsAll, isFresh) = (true, false);
                }
            }
        }
    }

    /// <summary>
    /// Tells of <see cref="SearchStep.ReadAll"/>. As many of the lowest places are believed to be free as are left: where the
    /// limit has been lowered, places beyond it may be taken, and they count. All processes find the same ones, or fewer.
    /// </summary>
    /// <param name="taken">Places that are taken.</param>
    public void HasReadAll(HashSet<int> taken)
    {
        lock (gate)
        {
            isFresh = true;
            isComplete = hand.DealAll(taken);
        }
    }
}
