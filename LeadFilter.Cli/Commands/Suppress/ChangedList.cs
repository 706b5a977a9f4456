using LeadFilter.Pipeline.Batches;

namespace LeadFilter.Cli.Commands.Suppress;

/// <summary>What a filter answers to a change of a list.</summary>
internal sealed record ChangedList
{
    /// <summary>How many values are new.</summary>
    public long Added { get; init; }

    /// <summary>How many were there with another end.</summary>
    public long Renewed { get; init; }

    /// <summary>How many were there already.</summary>
    public long AlreadyThere { get; init; }

    /// <summary>How many were taken off.</summary>
    public long Removed { get; init; }

    /// <summary>How many to be taken off were not there.</summary>
    public long NotThere { get; init; }

    /// <summary>How many were passed over.</summary>
    public int Invalid { get; init; }

    /// <summary>Those of them that are told.</summary>
    public IReadOnlyList<InvalidValue> Problems { get; init; } = [];
}
