using LeadFilter.Pipeline.Batches;

namespace LeadFilter.Pipeline.Suppression;

/// <summary>What came of a batch.</summary>
public sealed record SuppressionTally
{
    /// <summary>How many values are new on the list; one that had expired is new again.</summary>
    public long Added { get; init; }

    /// <summary>How many were there with another end, which was moved.</summary>
    public long Renewed { get; init; }

    /// <summary>How many were there already.</summary>
    public long AlreadyThere { get; init; }

    /// <summary>How many were taken off the list.</summary>
    public long Removed { get; init; }

    /// <summary>How many were to be taken off and were not there.</summary>
    public long NotThere { get; init; }

    /// <summary>The values that were passed over.</summary>
    public IReadOnlyList<InvalidValue> Invalid { get; init; } = [];
}
