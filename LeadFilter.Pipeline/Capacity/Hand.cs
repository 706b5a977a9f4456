using System.Runtime.InteropServices;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>
/// The places of a counter that are believed to be free, in a random order, and those that are being tried. Not safe for
/// several threads.
/// </summary>
/// <param name="limit">How many places the counter has.</param>
/// <param name="random">Mixes them.</param>
internal sealed class Hand(int limit, Random random)
{
    // Reading costs a row for each taken place; a collision costs two calls, and a lead waits for them.
    private const int CostOfCollision = 8;

    private const int MaxPlaces = 1000;

    private readonly List<int> places = [];
    private readonly HashSet<int> tried = [];
    private int collisions;

    /// <summary>How many there are.</summary>
    public int Count => places.Count;

    /// <summary>Picks one, which is tried until it is <see cref="Settled"/>.</summary>
    /// <param name="place">The place.</param>
    public bool TryPick(out int place)
    {
        place = -1;
        if (places.Count == 0)
        {
            return false;
        }

        place = places[^1];
        places.RemoveAt(places.Count - 1);
        return tried.Add(place);
    }

    /// <summary>A place is tried no longer.</summary>
    /// <param name="place">The place.</param>
    public void Settled(int place) => tried.Remove(place);

    /// <summary>A place is known to be free.</summary>
    /// <param name="place">The place.</param>
    public void Freed(int place)
    {
        if (place < limit && !places.Contains(place))
        {
            places.Add(place);
        }
    }

    /// <summary>Another process was found to have a place that was picked.</summary>
    /// <returns>Whether it is time to read the place's stretch.</returns>
    public bool Collide() => ++collisions * CostOfCollision >= Math.Min(limit, PlaceMap.StretchSize) - places.Count;

    /// <summary>Takes in which places of a stretch are taken.</summary>
    /// <param name="taken">They.</param>
    public void Learn(IReadOnlySet<int> taken)
    {
        collisions = 0;
        places.RemoveAll(taken.Contains);
    }

    /// <summary>Adds places, except those that are being tried.</summary>
    /// <param name="free">The places.</param>
    public void Deal(IEnumerable<int> free)
    {
        collisions = 0;
        places.AddRange(free.Where(place => !tried.Contains(place)));
        random.Shuffle(CollectionsMarshal.AsSpan(places));
    }

    /// <summary>Begins again with the lowest free places, as many as are left.</summary>
    /// <param name="taken">All places that are taken, also beyond the limit.</param>
    /// <returns>Whether these are all.</returns>
    public bool DealAll(HashSet<int> taken)
    {
        places.Clear();
        taken.UnionWith(tried);
        var left = Math.Max(0, limit - taken.Count);
        Deal(Enumerable.Range(0, limit).Where(place => !taken.Contains(place)).Take(Math.Min(left, MaxPlaces)));
        return left <= MaxPlaces;
    }
}
