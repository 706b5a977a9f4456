namespace LeadFilter.Cli.Commands.DeadLetters;

/// <summary>Which dead letters a command is about.</summary>
internal sealed record DeadLetterTarget
{
    /// <summary>The data folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The queue.</summary>
    public required string Queue { get; init; }

    /// <summary>The ids given; empty with <see cref="All"/>.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Whether all are meant.</summary>
    public bool All { get; init; }

    /// <summary>Whether not to ask.</summary>
    public bool Yes { get; init; }

    /// <summary>Whether to write JSON.</summary>
    public bool Json { get; init; }
}
