namespace LeadFilter.Core.Patterns;

/// <summary>
/// What the patterns of a campaign take together. Their engines learn states from the texts that they search; when they have
/// learned too much, all of them begin again at their next search.
/// </summary>
public sealed class PatternMemory
{
    /// <summary>The most bytes that may be allocated to make the engines: 128 MB, of which about half stay.</summary>
    public const long MaxMade = 128L << 20;

    /// <summary>The most bytes that the engines allocate to learn before they begin again: 64 MB.</summary>
    public const long MaxLearned = 64L << 20;

    private long learned;
    private volatile int generation;

    /// <summary>How many bytes it took to make the engines.</summary>
    public long Made { get; private set; }

    /// <summary>How often the engines began again.</summary>
    public int Generation => generation;

    /// <summary>Counts what a new pattern took. The patterns of a campaign are made one after the other.</summary>
    /// <param name="bytes">The bytes that were allocated.</param>
    internal void Make(long bytes) => Made += bytes;

    /// <summary>Counts what an engine learned.</summary>
    /// <param name="bytes">The bytes that were allocated.</param>
    internal void Learn(long bytes)
    {
        if (bytes > 0 && Interlocked.Add(ref learned, bytes) > MaxLearned)
        {
            Interlocked.Exchange(ref learned, 0);
            Interlocked.Increment(ref generation);
        }
    }
}
