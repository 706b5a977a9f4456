using System.Collections.Frozen;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Files;
using LeadFilter.Core.Targets;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Campaigns;

/// <summary>Vendors and campaigns as they stand at one moment: what a request sees does not change while it runs.</summary>
/// <param name="Vendors">The vendors.</param>
/// <param name="Campaigns">The campaigns.</param>
/// <param name="Mistakes">What is wrong with the files as they stand; the last good version of each stays in use.</param>
public sealed record CampaignSet(VendorDirectory Vendors, FrozenDictionary<CampaignId, Campaign> Campaigns, IReadOnlyList<Mistake> Mistakes)
{
    /// <summary>The systems that must learn of opt-outs, see <see cref="ICampaigns.Targets"/>.</summary>
    public OptOutTargets? Targets { get; init; } = OptOutTargets.Empty;

    /// <summary>No vendors and no campaigns.</summary>
    public static readonly CampaignSet Empty = new(VendorDirectory.Empty, FrozenDictionary<CampaignId, Campaign>.Empty, []);
}
