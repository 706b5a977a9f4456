using LeadFilter.Core.Campaigns;
using LeadFilter.Pipeline.Campaigns;

namespace LeadFilter.Tests.Campaigns;

/// <summary>An installation with one campaign.</summary>
/// <param name="campaign">The campaign.</param>
internal sealed class OnlyCampaign(Campaign campaign) : ICampaigns
{
    public IReadOnlyCollection<Campaign> All => [campaign];

    public Campaign? Find(CampaignId id) => id == campaign.Id ? campaign : null;
}
