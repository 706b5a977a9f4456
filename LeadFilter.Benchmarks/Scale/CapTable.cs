using System.Collections;
using LeadFilter.Pipeline.Capacity;

namespace LeadFilter.Scale;

/// <summary>The places of a cap, and the notes of its stretches, as the table has them.</summary>
/// <param name="blocks">The partitions of the places.</param>
/// <param name="notes">The partition of the notes.</param>
/// <param name="limit">How many places there are.</param>
internal sealed class CapTable(TablePartition[] blocks, TablePartition notes, int limit)
{
    private readonly BitArray taken = new(limit);
    private readonly int[] takenOf = new int[PlaceMap.CountOf(limit)];
    private readonly Dictionary<int, bool> noted = [];

    /// <summary>The partition of the notes.</summary>
    public TablePartition Notes => notes;

    /// <summary>How many places there are.</summary>
    public int Limit => limit;

    /// <summary>How many are taken.</summary>
    public int Taken { get; private set; }

    /// <summary>Places that were taken already when a lead tried them.</summary>
    public long Collisions { get; private set; }

    /// <summary>How many stretches are noted.</summary>
    public int NotedCount => noted.Count;

    /// <summary>The notes, ascending.</summary>
    public IReadOnlyList<StretchNote> Noted =>
        [.. noted.OrderBy(static note => note.Key).Select(static note => new StretchNote(note.Key, note.Value))];

    /// <summary>The partition of a place.</summary>
    /// <param name="place">The place.</param>
    public TablePartition PartitionOf(int place) => blocks[place / CapPlaces.BlockSize];

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
        takenOf[place / PlaceMap.StretchSize]++;
        Taken++;
        return true;
    }

    /// <summary>Opens a stretch; false if it is open.</summary>
    /// <param name="stretch">The stretch.</param>
    public bool TryOpen(int stretch) => noted.TryAdd(stretch, false);

    /// <summary>Notes that a stretch is full.</summary>
    /// <param name="stretch">The stretch.</param>
    public void Fill(int stretch) => noted[stretch] = true;

    /// <summary>Whether a stretch is noted as full.</summary>
    /// <param name="stretch">The stretch.</param>
    public bool IsFull(int stretch) => noted.GetValueOrDefault(stretch);

    /// <summary>How many places of a stretch are taken: the rows that reading it scans.</summary>
    /// <param name="stretch">The stretch.</param>
    public int TakenOf(int stretch) => takenOf[stretch];

    /// <summary>The taken places of a stretch.</summary>
    /// <param name="stretch">The stretch.</param>
    public HashSet<int> Read(int stretch) =>
        [.. Enumerable.Range(stretch * PlaceMap.StretchSize, PlaceMap.StretchSize).Where(place => place < limit && taken[place])];

    /// <summary>All taken places.</summary>
    public HashSet<int> ReadAll() => [.. Enumerable.Range(0, limit).Where(place => taken[place])];
}
