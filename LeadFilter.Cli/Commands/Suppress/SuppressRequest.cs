using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Suppression;

namespace LeadFilter.Cli.Commands.Suppress;

/// <summary>What <c>leadfilter suppress</c> is asked to do.</summary>
internal sealed record SuppressRequest
{
    /// <summary>The filter's address; null to work on the data folder.</summary>
    public Uri? Url { get; init; }

    /// <summary>The admin key of the command line; null if none is given.</summary>
    public string? Key { get; init; }

    /// <summary>The data folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The list.</summary>
    public SuppressionListId List { get; init; }

    /// <summary>The file to import; <c>-</c> for the standard input.</summary>
    public string File { get; init; } = "";

    /// <summary>The values of the command line; empty to read them from the standard input.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>What the values are; null to tell by the columns' names or by the values.</summary>
    public SuppressionKind? Kind { get; init; }

    /// <summary>The column that holds them; null to tell by the columns' names.</summary>
    public string? Column { get; init; }

    /// <summary>How they come.</summary>
    public SuppressionForm Form { get; init; }

    /// <summary>From when on they no longer count; null for never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The line of the file at which to begin.</summary>
    public long FromLine { get; init; } = 1;

    /// <summary>Whether to write JSON.</summary>
    public bool Json { get; init; }
}
