using LeadFilter.Core.Campaigns;

namespace LeadFilter.Pipeline.Campaigns;

/// <summary>A campaign that looks for duplicates further back than purchases are kept.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Window">How far it looks back.</param>
/// <param name="Kept">How long purchases are kept.</param>
public sealed record LongWindow(CampaignId Campaign, TimeSpan Window, TimeSpan Kept)
{
    /// <summary>What that means and what to do, for the operator.</summary>
    public override string ToString() =>
        $"The campaign {Campaign} looks for duplicates {Window.TotalDays:0} days back, but purchases are kept for {Kept.TotalDays:0} days. "
        + $"Raise {WindowWatch.SettingName}, or shorten the campaign's window.";
}
