namespace LeadFilter.Cli.Commands.Erase;

/// <summary>Whom to erase, and where.</summary>
internal sealed record EraseRequest
{
    /// <summary>The person's addresses and numbers; empty to read them from the standard input.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>Whether only to look.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Whether not to ask.</summary>
    public required bool Yes { get; init; }

    /// <summary>Whether to write JSON.</summary>
    public required bool Json { get; init; }

    /// <summary>The data folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The folder of campaigns.</summary>
    public required string Campaigns { get; init; }

    /// <summary>A filter elsewhere; null to work on the data folder.</summary>
    public Uri? Url { get; init; }

    /// <summary>The admin key of the command line; null if none is given.</summary>
    public string? Key { get; init; }
}
