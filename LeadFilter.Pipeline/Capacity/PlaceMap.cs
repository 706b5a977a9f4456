using System.Numerics;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>
/// Which places of a counter this process believes to be free. It may be wrong either way: the table decides. Places are
/// picked at random out of the lowest ones, so that processes seldom try the same one. Not safe for several threads.
/// </summary>
/// <param name="limit">How many places there are.</param>
/// <param name="random">Shuffles.</param>
internal sealed class PlaceMap(int limit, Random random)
{
    /// <summary>Out of how many a place is picked: the more, the more seldom two processes pick the same one.</summary>
    private const int HandSize = CapPlaces.BlockSize;

    private readonly ulong[] free = new ulong[(limit + 63) / 64];
    private readonly List<int> hand = new(Math.Min(limit, HandSize));

    /// <summary>How many places are believed to be free.</summary>
    public int Count { get; private set; }

    /// <summary>Picks a place that is believed to be free, and believes it no more.</summary>
    public bool TryPick(out int place)
    {
        while (Count > 0)
        {
            if (hand.Count == 0)
            {
                Deal();
            }

            place = hand[^1];
            hand.RemoveAt(hand.Count - 1);
            if (Remove(place))
            {
                return true;
            }
        }

        place = -1;
        return false;
    }

    /// <summary>Believes a place to be free.</summary>
    public void Add(int place)
    {
        var bit = 1UL << (place % 64);
        if (place < limit && (free[place / 64] & bit) == 0)
        {
            free[place / 64] |= bit;
            Count++;
        }
    }

    /// <summary>Believes a place to be taken.</summary>
    /// <returns>Whether it was believed to be free.</returns>
    public bool Remove(int place)
    {
        var bit = 1UL << (place % 64);
        if (place >= limit || (free[place / 64] & bit) == 0)
        {
            return false;
        }

        free[place / 64] &= ~bit;
        Count--;
        return true;
    }

    /// <summary>Believes every place to be taken.</summary>
    public void Clear()
    {
        Array.Clear(free);
        hand.Clear();
        Count = 0;
    }

    private void Deal()
    {
        for (var word = 0; word < free.Length && hand.Count < HandSize; word++)
        {
            for (var bits = free[word]; bits != 0 && hand.Count < HandSize; bits &= bits - 1)
            {
                hand.Add((word * 64) + BitOperations.TrailingZeroCount(bits));
            }
        }

        for (var at = hand.Count - 1; at > 0; at--)
        {
            var other = random.Next(at + 1);
            (hand[at], hand[other]) = (hand[other], hand[at]);
        }
    }
}
