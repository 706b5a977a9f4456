namespace LeadFilter.Cli.Commands.Suppress;

/// <summary>What a filter answers about its lists.</summary>
internal sealed record CountedLists
{
    /// <summary>The lists.</summary>
    public IReadOnlyList<CountReport> Lists { get; init; } = [];
}
