using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Cli.Sending;

/// <summary>What a line says to the sender, in keys that begin with <c>_</c>.</summary>
internal sealed class SenderNotes
{
    /// <summary><c>_vendor</c>.</summary>
    public VendorId? Vendor { get; private set; }

    /// <summary><c>_campaign</c>.</summary>
    public CampaignId? Campaign { get; private set; }

    /// <summary><c>_expect</c>.</summary>
    public string? Expect { get; private set; }

    /// <summary><c>_group</c>.</summary>
    public string? Group { get; private set; }

    /// <summary>Takes a note; one of an unknown name is as free as <c>_note</c>.</summary>
    /// <param name="name">The key.</param>
    /// <param name="text">The value; null if it is not text.</param>
    /// <returns>What is wrong with it; null if nothing is.</returns>
    public string? Take(string? name, string? text)
    {
        switch (name)
        {
            case "_vendor" when VendorId.TryParse(text, out var vendor):
                Vendor = vendor;
                return null;
            case "_vendor":
                return "_vendor is not a vendor's id";
            case "_campaign" when CampaignId.TryParse(text, out var campaign):
                Campaign = campaign;
                return null;
            case "_campaign":
                return "_campaign is not a campaign's id";
            case "_expect" when ReasonCode.TryParse(text, out _):
                Expect = text;
                return null;
            case "_expect":
                return "_expect is neither 'accept' nor a reason code";
            case "_group" when text is { Length: > 0 }:
                Group = text;
                return null;
            case "_group":
                return "_group is not text";
            default:
                return null;
        }
    }
}
