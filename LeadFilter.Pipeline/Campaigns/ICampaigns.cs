using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Targets;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Campaigns;

/// <summary>The campaigns as they stand now.</summary>
public interface ICampaigns
{
    /// <summary>Finds a campaign.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The last good version of the campaign, or null if there is none of that id.</returns>
    Campaign? Find(CampaignId id);

    /// <summary>The last good version of every campaign.</summary>
    IReadOnlyCollection<Campaign> All { get; }

    /// <summary>The last good version of the vendors; none where campaigns are all that matters.</summary>
    VendorDirectory Vendors => VendorDirectory.Empty;

    /// <summary>
    /// The last good version of the systems that must learn of opt-outs: none if there is no file of them. Null while there is one that has
    /// never loaded.
    /// </summary>
    OptOutTargets? Targets => OptOutTargets.Empty;
}
