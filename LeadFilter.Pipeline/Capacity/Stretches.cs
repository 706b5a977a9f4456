namespace LeadFilter.Pipeline.Capacity;

/// <summary>What is believed of the stretches of a counter. Not safe for several threads.</summary>
/// <param name="limit">How many places there are.</param>
/// <param name="random">Picks one of several.</param>
internal sealed class Stretches(int limit, Random random)
{
    private readonly StretchState[] states = new StretchState[PlaceMap.CountOf(limit)];
    private readonly Dictionary<int, int> takenOfOwn = [];

    /// <summary>How many there are.</summary>
    public int Count => states.Length;

    /// <summary>How many nobody has opened.</summary>
    public int Unopened { get; private set; } = PlaceMap.CountOf(limit);

    /// <summary>How many are open and may have free places.</summary>
    public int Open { get; private set; }

    /// <summary>What is believed of a stretch.</summary>
    /// <param name="stretch">The stretch.</param>
    public StretchState this[int stretch] => states[stretch];

    /// <summary>The places of a stretch that lie below the limit.</summary>
    /// <param name="stretch">The stretch.</param>
    public IEnumerable<int> PlacesOf(int stretch)
    {
        var first = stretch * PlaceMap.StretchSize;
        return Enumerable.Range(first, Math.Min(PlaceMap.StretchSize, limit - first));
    }

    /// <summary>Believes something else of a stretch.</summary>
    /// <param name="stretch">The stretch.</param>
    /// <param name="state">What.</param>
    public void Become(int stretch, StretchState state)
    {
        var before = states[stretch];
        Unopened += (state == StretchState.Unopened ? 1 : 0) - (before == StretchState.Unopened ? 1 : 0);
        Open += (state == StretchState.Open ? 1 : 0) - (before == StretchState.Open ? 1 : 0);
        states[stretch] = state;
    }

    /// <summary>Believes that nobody has opened any.</summary>
    public void Clear()
    {
        Array.Clear(states);
        (Unopened, Open) = (states.Length, 0);
    }

    /// <summary>This process has opened a stretch, and counts its places as they are taken.</summary>
    /// <param name="stretch">The stretch.</param>
    public void Own(int stretch) => takenOfOwn[stretch] = 0;

    /// <summary>A stretch's places are counted no longer, if they were.</summary>
    /// <param name="stretch">The stretch.</param>
    public void Disown(int stretch) => takenOfOwn.Remove(stretch);

    /// <summary>A place is known to be taken.</summary>
    /// <param name="place">The place.</param>
    public void CountTaken(int place)
    {
        var stretch = place / PlaceMap.StretchSize;
        if (takenOfOwn.TryGetValue(stretch, out var count))
        {
            takenOfOwn[stretch] = count + 1;
        }
    }

    /// <summary>Tells once which own stretches have no free place.</summary>
    public IReadOnlyList<int> TakeFull()
    {
        var full = takenOfOwn.Where(static own => own.Value == PlaceMap.StretchSize).Select(static own => own.Key).ToList();
        full.ForEach(stretch => takenOfOwn.Remove(stretch));
        return full;
    }

    /// <summary>Picks one of those in a state.</summary>
    /// <param name="state">The state; at least one is in it.</param>
    /// <param name="count">How many are in it.</param>
    public int AnyOf(StretchState state, int count)
    {
        var at = -1;
        for (var left = random.Next(count); left >= 0; left--)
        {
            at = Array.IndexOf(states, state, at + 1);
        }

        return at;
    }
}
