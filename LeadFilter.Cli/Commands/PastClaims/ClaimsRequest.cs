using LeadFilter.Core.Campaigns;

namespace LeadFilter.Cli.Commands.PastClaims;

/// <summary>What <c>leadfilter claims import</c> is asked to do.</summary>
internal sealed record ClaimsRequest
{
    /// <summary>The filter's address; null to work on the data folder.</summary>
    public Uri? Url { get; init; }

    /// <summary>The admin key of the command line; null if none is given.</summary>
    public string? Key { get; init; }

    /// <summary>The file; <c>-</c> is not taken, since rows have columns.</summary>
    public required string File { get; init; }

    /// <summary>The campaign.</summary>
    public required CampaignId Campaign { get; init; }

    /// <summary>The folder of campaigns.</summary>
    public required string Campaigns { get; init; }

    /// <summary>The data folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The column with the date of the purchase.</summary>
    public required string DateColumn { get; init; }

    /// <summary>The column with the vendor's id.</summary>
    public required string VendorColumn { get; init; }

    /// <summary>The column with the lead's id.</summary>
    public required string IdColumn { get; init; }

    /// <summary>The line of the file at which to begin.</summary>
    public long FromLine { get; init; } = 1;

    /// <summary>Whether to write JSON.</summary>
    public bool Json { get; init; }
}
