namespace LeadFilter.Cli.Commands.Decisions;

/// <summary>What a listing of the log is asked to do.</summary>
internal sealed record LogRequest
{
    /// <summary>The filter's address.</summary>
    public required Uri Url { get; init; }

    /// <summary>The admin key of the command line; null if none is given.</summary>
    public string? Key { get; init; }

    /// <summary>The data folder, for its admin key.</summary>
    public required string Folder { get; init; }

    /// <summary>Which entries.</summary>
    public required LogQuery Query { get; init; }

    /// <summary>How many entries to list; with <see cref="All"/> how many to ask for at once.</summary>
    public required int Limit { get; init; }

    /// <summary>Whether to list all, page by page.</summary>
    public bool All { get; init; }

    /// <summary>Whether to write CSV.</summary>
    public bool Csv { get; init; }

    /// <summary>Whether to write JSON.</summary>
    public bool Json { get; init; }
}
