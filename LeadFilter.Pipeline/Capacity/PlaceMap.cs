using System.Runtime.InteropServices;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>
/// What this process knows of the places of a counter, and what it does next to find a free one. It may be wrong either way:
/// the table decides. Processes open stretches of their own, picked at random, so that they seldom meet; when none is left,
/// they share. It makes no call: <see cref="PlaceSearch"/> does, and the model of scale. Not safe for several threads.
/// </summary>
/// <param name="limit">How many places there are.</param>
/// <param name="random">Spreads the processes.</param>
internal sealed class PlaceMap(int limit, Random random)
{
    /// <summary>Places that a process opens at once.</summary>
    public const int StretchSize = 100;

    // After so many stretches that others had opened, most are: sharing one costs less than to go on trying.
    private const int MostMisses = 4;

    // After so many calls without a place, what is believed is too old: to read the notes, a row for each stretch, is cheaper.
    private const int LeastProbes = 8;
    private const int StretchesPerProbe = 32;

    // Reading costs a row for each taken place; a collision costs two calls, and a lead waits for them.
    private const int CostOfCollision = 8;

    private const int LargestHand = 1000;

    private readonly StretchState[] stretches = new StretchState[CountOf(limit)];
    private readonly List<int> hand = [];
    private readonly HashSet<int> tried = [];
    private readonly Dictionary<int, int> takenOfOwn = [];
    private int unopened = CountOf(limit);
    private int open;
    private int misses;
    private int probes;
    private int collisions;
    private bool isFresh;
    private bool lookedBeyond = limit <= StretchSize;
    private bool readsAll = limit <= StretchSize;

    /// <summary>How many places are believed to be free and may be taken at once.</summary>
    public int Count => hand.Count;

    /// <summary>Whether every place that is not believed to be free was seen to be taken by the search that ended last.</summary>
    public bool IsComplete { get; private set; }

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
        place = -1;
        if (hand.Count == 0)
        {
            return false;
        }

        place = hand[^1];
        hand.RemoveAt(hand.Count - 1);
        return tried.Add(place);
    }

    /// <summary>
    /// Whether the stretch of a place must be opened before the place may be taken. The first one need not: it is always read,
    /// so that a small cap has no more rows than places.
    /// </summary>
    /// <param name="place">The place.</param>
    public bool NeedsOpening(int place) => place >= StretchSize && stretches[place / StretchSize] == StretchState.Unopened;

    /// <summary>A place is known to be taken, by whomever.</summary>
    /// <param name="place">The place.</param>
    public void Taken(int place)
    {
        tried.Remove(place);
        if (takenOfOwn.TryGetValue(place / StretchSize, out var count))
        {
            takenOfOwn[place / StretchSize] = count + 1;
        }
    }

    /// <summary>A place is known to be free.</summary>
    /// <param name="place">The place.</param>
    public void Freed(int place)
    {
        tried.Remove(place);
        takenOfOwn.Remove(place / StretchSize);
        if (place < limit && !hand.Contains(place))
        {
            hand.Add(place);
        }
    }

    /// <summary>Nobody knows whether a place is taken: its stretch is to be read before the cap counts as full.</summary>
    /// <param name="place">The place.</param>
    public void Doubt(int place)
    {
        tried.Remove(place);
        takenOfOwn.Remove(place / StretchSize);
        if (stretches[place / StretchSize] != StretchState.Unopened)
        {
            Become(place / StretchSize, StretchState.Open);
        }
    }

    /// <summary>Tells once which stretches this process has opened and since seen each place of to be taken.</summary>
    public IReadOnlyList<int> TakeFull()
    {
        var full = takenOfOwn.Where(static own => own.Value == StretchSize).Select(static own => own.Key).ToList();
        full.ForEach(stretch => takenOfOwn.Remove(stretch));
        return full;
    }

    /// <summary>Another process was found to have a place that was picked.</summary>
    /// <returns>Whether it is time to read the place's stretch: <see cref="Learn"/>.</returns>
    public bool Collide() => ++collisions * CostOfCollision >= Math.Min(limit, StretchSize) - hand.Count;

    /// <summary>Takes in which places of a stretch are taken.</summary>
    /// <param name="taken">They.</param>
    public void Learn(IReadOnlySet<int> taken)
    {
        collisions = 0;
        hand.RemoveAll(taken.Contains);
    }

    /// <summary>Begins to search.</summary>
    public void Begin() => (misses, probes, isFresh, IsComplete) = (0, 0, false, false);

    /// <summary>What to do next; what it finds is to be told before this is asked again.</summary>
    /// <param name="stretch">The stretch with which it is to be done.</param>
    public SearchStep Next(out int stretch)
    {
        stretch = -1;
        if (hand.Count > 0)
        {
            return SearchStep.Take;
        }

        if (!lookedBeyond)
        {
            return SearchStep.LookBeyond;
        }

        if (readsAll)
        {
            return isFresh ? SearchStep.Full : SearchStep.ReadAll;
        }

        if (!isFresh && probes >= LeastProbes + (stretches.Length / StretchesPerProbe))
        {
            return SearchStep.ReadNotes;
        }

        if (unopened > 0 && (misses < MostMisses || open == 0))
        {
            stretch = AnyOf(StretchState.Unopened, unopened);
            return SearchStep.Open;
        }

        if (open > 0)
        {
            stretch = AnyOf(StretchState.Open, open);
            return SearchStep.ReadStretch;
        }

        return isFresh ? SearchStep.Full : SearchStep.ReadNotes;
    }

    /// <summary>Tells of <see cref="SearchStep.LookBeyond"/>.</summary>
    /// <param name="isTaken">Whether any place beyond the limit is taken.</param>
    public void LookedBeyond(bool isTaken) => (lookedBeyond, readsAll) = (true, isTaken);

    /// <summary>Tells of <see cref="SearchStep.Open"/>, or of opening the stretch of a place that <see cref="NeedsOpening"/>.</summary>
    /// <param name="stretch">The stretch.</param>
    /// <param name="isOwn">Whether this process opened it: then all its places are free.</param>
    public void Opened(int stretch, bool isOwn)
    {
        Become(stretch, isOwn || readsAll ? StretchState.Spent : StretchState.Open);
        if (readsAll)
        {
            return;
        }

        if (isOwn)
        {
            misses = 0;
            takenOfOwn[stretch] = 0;
            Deal(PlacesOf(stretch));
        }
        else
        {
            misses++;
            probes++;
        }
    }

    /// <summary>Tells of <see cref="SearchStep.ReadStretch"/>.</summary>
    /// <param name="stretch">The stretch.</param>
    /// <param name="taken">Places that are taken.</param>
    public void HasRead(int stretch, IReadOnlySet<int> taken)
    {
        Become(stretch, StretchState.Spent);
        probes++;
        Deal(PlacesOf(stretch).Where(place => !taken.Contains(place) && !tried.Contains(place)));
    }

    /// <summary>Tells of <see cref="SearchStep.ReadStretch"/> that the stretch's note says it is full.</summary>
    /// <param name="stretch">The stretch.</param>
    public void IsFull(int stretch)
    {
        Become(stretch, StretchState.Spent);
        probes++;
    }

    /// <summary>Tells of <see cref="SearchStep.ReadNotes"/>.</summary>
    /// <param name="notes">The notes; those that follow the cap's last stretch belong to it.</param>
    public void HasRead(IReadOnlyList<StretchNote> notes)
    {
        isFresh = true;
        Array.Clear(stretches);
        (unopened, open) = (stretches.Length, 0);
        foreach (var (stretch, isFull) in notes)
        {
            if (stretch < stretches.Length)
            {
                Become(stretch, isFull ? StretchState.Spent : StretchState.Open);
            }
            else
            {
                readsAll = true;
                isFresh = false;
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
        isFresh = true;
        hand.Clear();
        taken.UnionWith(tried);
        var left = Math.Max(0, limit - taken.Count);
        Deal(Enumerable.Range(0, limit).Where(place => !taken.Contains(place)).Take(Math.Min(left, LargestHand)));
        IsComplete = left <= LargestHand;
    }

    private void Deal(IEnumerable<int> places)
    {
        collisions = 0;
        hand.AddRange(places);
        random.Shuffle(CollectionsMarshal.AsSpan(hand));
    }

    /// <summary>The places of a stretch that lie below the limit.</summary>
    private IEnumerable<int> PlacesOf(int stretch) => Enumerable.Range(stretch * StretchSize, Math.Min(StretchSize, limit - (stretch * StretchSize)));

    private void Become(int stretch, StretchState state)
    {
        var before = stretches[stretch];
        unopened += (state == StretchState.Unopened ? 1 : 0) - (before == StretchState.Unopened ? 1 : 0);
        open += (state == StretchState.Open ? 1 : 0) - (before == StretchState.Open ? 1 : 0);
        stretches[stretch] = state;
    }

    private int AnyOf(StretchState state, int count)
    {
        var at = -1;
        for (var left = random.Next(count); left >= 0; left--)
        {
            at = Array.IndexOf(stretches, state, at + 1);
        }

        return at;
    }
}
