using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Cli.Sending;

/// <summary>A lead to send, as a line of NDJSON or a row of CSV says it.</summary>
internal sealed record LeadLine
{
    /// <summary>What <see cref="Expect"/> says of a lead that must be bought.</summary>
    public const string Accept = "accept";

    /// <summary>The number of the line in the file, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>Who sends it.</summary>
    public required VendorId Vendor { get; init; }

    /// <summary>To which campaign; null for the one of the command line.</summary>
    public CampaignId? Campaign { get; init; }

    /// <summary>What must become of it: <see cref="Accept"/> or a reason code; null if nothing is said.</summary>
    public string? Expect { get; init; }

    /// <summary>Leads of one group are sent one after the other; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>What is sent.</summary>
    public required LeadBody Body { get; init; }
}
