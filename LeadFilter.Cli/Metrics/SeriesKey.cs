namespace LeadFilter.Cli.Metrics;

/// <summary>A set of tags as an instrument writes it, and the series that it belongs to.</summary>
/// <param name="hash">The hash of the tags.</param>
/// <param name="tags">The tags, in the order of the instrument.</param>
/// <param name="series">The series; the same one for the same tags in another order.</param>
internal sealed class SeriesKey(int hash, KeyValuePair<string, object?>[] tags, Series series)
{
    /// <summary>The hash of the tags.</summary>
    public int Hash => hash;

    /// <summary>The series.</summary>
    public Series Series => series;

    /// <summary>The hash of tags. It allocates nothing.</summary>
    /// <param name="tags">The tags.</param>
    public static int HashOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var hash = tags.Length;
        foreach (ref readonly var tag in tags)
        {
            hash = (hash * 31) + (tag.Value?.GetHashCode() ?? 0);
        }

        return hash;
    }

    /// <summary>Whether these are the tags.</summary>
    /// <param name="other">The tags.</param>
    public bool Matches(ReadOnlySpan<KeyValuePair<string, object?>> other)
    {
        if (other.Length != tags.Length)
        {
            return false;
        }

        for (var at = 0; at < tags.Length; at++)
        {
            if (tags[at].Key != other[at].Key || !Equals(tags[at].Value, other[at].Value))
            {
                return false;
            }
        }

        return true;
    }
}
