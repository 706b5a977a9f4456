namespace LeadFilter.Cli.Commands.Records;

/// <summary>What a filter answers to a batch of records.</summary>
internal sealed record BatchAnswer
{
    /// <summary>How many count from now on.</summary>
    public long Counted { get; init; }

    /// <summary>The same of opt-outs, which hold from now on.</summary>
    public long Recorded { get; init; }

    /// <summary>How many were counted before.</summary>
    public long Known { get; init; }

    /// <summary>What became of each, by its place in the batch, from 1.</summary>
    public IReadOnlyList<BatchLine> Lines { get; init; } = [];
}
