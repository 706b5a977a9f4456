namespace LeadFilter.Pipeline.Decisions;

/// <summary>
/// How fast this process writes decisions of one vendor and hour. The first shard gets a few of each second, so that the
/// hours of a quiet vendor have no other one, and even hundreds of processes together do not fill it. Safe for use by many threads.
/// </summary>
internal sealed class ShardPace
{
    /// <summary>Decisions of a second that go to the first shard.</summary>
    public const int Most = 4;

    private readonly Lock gate = new();
    private long latest = long.MinValue;
    private int count;

    /// <summary>Whether the next decision goes to the first shard.</summary>
    /// <param name="second">The second in which its lead was received. An earlier one than before counts with the latest.</param>
    public bool IsForFirst(long second)
    {
        lock (gate)
        {
            if (second > latest)
            {
                (latest, count) = (second, 0);
            }

            return count++ < Most;
        }
    }
}
