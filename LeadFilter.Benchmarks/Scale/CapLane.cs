using System.Collections;
using LeadFilter.Pipeline.Capacity;

namespace LeadFilter.Benchmarks.Scale;

/// <summary>The places of a cap, or of one lane of it, as the table has them.</summary>
/// <param name="partition">The table's partition.</param>
/// <param name="limit">How many places there are.</param>
internal sealed class CapLane(TablePartition partition, int limit)
{
    private readonly BitArray taken = new(limit);
    private readonly int[] takenOfBlock = new int[(limit / CapPlaces.BlockSize) + 1];

    /// <summary>The table's partition.</summary>
    public TablePartition Partition => partition;

    /// <summary>How many places there are.</summary>
    public int Limit => limit;

    /// <summary>How many are taken.</summary>
    public int Taken { get; private set; }

    /// <summary>Places that were taken already when a lead tried them.</summary>
    public long Collisions { get; private set; }

    /// <summary>Takes a place; false if another lead has it.</summary>
    /// <param name="place">The place.</param>
    public bool TryTake(int place)
    {
        if (taken[place])
        {
            Collisions++;
            return false;
        }

        taken[place] = true;
        takenOfBlock[place / CapPlaces.BlockSize]++;
        Taken++;
        return true;
    }

    /// <summary>Entities that reading a place's block scans.</summary>
    /// <param name="place">The place.</param>
    public int TakenAround(int place) => takenOfBlock[place / CapPlaces.BlockSize];

    /// <summary>Tells a process what is taken in a place's block.</summary>
    /// <param name="place">The place.</param>
    /// <param name="known">What the process believes.</param>
    public void Show(int place, PlaceMap known)
    {
        var first = place / CapPlaces.BlockSize * CapPlaces.BlockSize;
        for (var at = first; at < first + CapPlaces.BlockSize && at < limit; at++)
        {
            if (taken[at])
            {
                known.Remove(at);
            }
        }
    }

    /// <summary>Tells a process everything.</summary>
    /// <param name="known">What the process believes.</param>
    public void ShowAll(PlaceMap known)
    {
        for (var at = 0; at < limit; at++)
        {
            if (!taken[at])
            {
                known.Add(at);
            }
        }
    }
}
