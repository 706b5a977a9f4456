using LeadFilter.Core.Campaigns;

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
}
