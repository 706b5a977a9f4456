using LeadFilter.Core.Campaigns;

namespace LeadFilter.Pipeline.Campaigns;

/// <summary>A secret that a campaign needs and that is not set.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Secret">The secret.</param>
public sealed record MissingSecret(CampaignId Campaign, NeededSecret Secret);
