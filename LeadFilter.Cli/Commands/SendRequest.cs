using LeadFilter.Cli.Sending;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Cli.Commands;

/// <summary>What <c>leadfilter send</c> is asked to do.</summary>
internal sealed record SendRequest
{
    /// <summary>The file's path; <c>-</c> for the standard input.</summary>
    public required string File { get; init; }

    /// <summary>The filter's address.</summary>
    public required Uri Url { get; init; }

    /// <summary>The campaign of lines that name none.</summary>
    public required CampaignId Campaign { get; init; }

    /// <summary>The vendor of lines that name none; null if every line must.</summary>
    public VendorId? DefaultVendor { get; init; }

    /// <summary>The keys of the command line.</summary>
    public IReadOnlyList<VendorKey> Keys { get; init; } = [];

    /// <summary>How many leads are sent at once.</summary>
    public required int Concurrency { get; init; }

    /// <summary>Whether to compare answers with what the lines expect.</summary>
    public bool Check { get; init; }

    /// <summary>Whether to write JSON.</summary>
    public bool Json { get; init; }
}
