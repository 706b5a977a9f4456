using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Cli.Commands.Explaining;

/// <summary>What <c>leadfilter explain</c> is asked to do.</summary>
internal sealed record ExplainRequest
{
    /// <summary>The file's path; <c>-</c> for the standard input.</summary>
    public required string File { get; init; }

    /// <summary>The line of the lead, from 1; null for the only or the first lead.</summary>
    public int? Line { get; init; }

    /// <summary>The folder of campaigns.</summary>
    public required string Campaigns { get; init; }

    /// <summary>The campaign, where the lead does not name one.</summary>
    public required CampaignId Campaign { get; init; }

    /// <summary>Whether the campaign was given, and so goes before the lead's own.</summary>
    public bool CampaignGiven { get; init; }

    /// <summary>Under whose contract; null for the lead's own <c>_vendor</c>, or none.</summary>
    public VendorId? Vendor { get; init; }

    /// <summary>When the lead is received; null for now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What a look-up would find: names and raw values.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Facts { get; init; } = [];

    /// <summary>Whether to write JSON.</summary>
    public bool Json { get; init; }
}
