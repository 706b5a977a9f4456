namespace LeadFilter.Core.Campaigns.Warnings;

/// <summary>Trials that are over: the vendor is live, and its contract still reads as if it were not.</summary>
internal static class EndedTrials
{
    public static void Find(Inspection inspection)
    {
        foreach (var (name, node) in inspection.Root.Find("vendors")?.Members ?? [])
        {
            if (node.Find("trialUntil") is { } until
                && Vendors.VendorId.TryParse(name, out var vendor)
                && inspection.Campaign.Policies.GetValueOrDefault(vendor)?.Contract?.TrialEnd <= inspection.Now)
            {
                inspection.Mistakes.Warn(
                    until,
                    $"the trial of '{name}' has ended on {until.Text}",
                    "The vendor is live: remove \"mode\" and \"trialUntil\", or set a later day");
            }
        }
    }
}
