using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Erasure;

/// <summary>A lead of a person, for whoever goes on with it in the CRM and at the vendor. It holds nothing of the person.</summary>
/// <param name="Lead">Its id, which the CRM got as <c>Idempotency-Key</c> and the vendor as the answer.</param>
/// <param name="Place">Where it was.</param>
public sealed record ErasedLead(LeadId Lead, LeadPlace Place)
{
    /// <summary>The campaign that bought it; null if that is no longer known.</summary>
    public CampaignId? Campaign { get; init; }

    /// <summary>Who sold it; null if that is no longer known.</summary>
    public VendorId? Vendor { get; init; }

    /// <summary>The CRM's own id of it; null if it gave none.</summary>
    public string? CrmId { get; init; }
}
