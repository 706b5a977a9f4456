using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Rules;

namespace LeadFilter.Tests.Campaigns;

/// <summary>Leads received at noon of 1 January 2026, UTC.</summary>
internal static class TestLead
{
    public static readonly DateTimeOffset ReceivedAt = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A lead of a campaign; a null text is a field that is not sent.</summary>
    public static Lead Of(Campaign campaign, params ReadOnlySpan<(string Name, string? Raw)> fields)
    {
        var draft = new LeadDraft(campaign.Layout);
        foreach (var (name, raw) in fields)
        {
            Assert.AreEqual(AddResult.Added, draft.Add(name, raw));
        }

        return draft.ToLead(ReceivedAt);
    }

    /// <summary>The decision under no contract.</summary>
    public static Decision Decide(Campaign campaign, params ReadOnlySpan<(string Name, string? Raw)> fields) =>
        campaign.PolicyWithoutContract.Decide(Of(campaign, fields));

    public static Policy PolicyOf(Campaign campaign, string vendor) =>
        campaign.TryFindPolicy(TestCampaign.Id(vendor), ReceivedAt, out var policy) ? policy : throw new AssertFailedException($"{vendor} has no contract.");
}
