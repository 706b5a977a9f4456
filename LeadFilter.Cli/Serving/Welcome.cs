using System.Text;
using LeadFilter.Cli.DemoCrm;
using LeadFilter.Cli.SampleCalls;
using LeadFilter.Core.Campaigns;
using LeadFilter.Http.Routing;
using LeadFilter.Pipeline.Staff;

namespace LeadFilter.Cli.Serving;

/// <summary>What <c>serve</c> says when it has started: where it is, and what to try.</summary>
internal static class Welcome
{
    private const string SampleKey = "acme-demo-key";

    /// <summary>The text.</summary>
    /// <param name="host">The filter.</param>
    /// <param name="program">The words that start this program.</param>
    /// <param name="isSeen">Whether somebody reads it on a terminal. Otherwise it goes to a journal, where no key may be.</param>
    public static string Text(FilterHost host, string program, bool isSeen)
    {
        var address = host.Address.GetLeftPart(UriPartial.Authority);
        var text = new StringBuilder();
        foreach (var url in host.Addresses)
        {
            text.AppendLine($"LeadFilter listens on {url.GetLeftPart(UriPartial.Authority)}");
        }

        foreach (var campaign in host.Campaigns.Campaigns.Values.OrderBy(campaign => campaign.Id.ToString(), StringComparer.Ordinal))
        {
            var vendors = string.Join(", ", campaign.Policies.Keys.Select(vendor => vendor.ToString()).Order(StringComparer.Ordinal));
            var path = Addresses.SubmitLead.PathOf(campaign.Id.ToString());
            text.AppendLine($"  campaign  {campaign.Id} (version {campaign.Version}) for {vendors}: {address}{path}");
        }

        text.AppendLine($"  data      {host.DataFile}");
        if (!host.Store.IsClean)
        {
            text.AppendLine("            It may hold traces of leads that an older version deleted. Make as much room on the disk");
            text.AppendLine("            as the file has, stop other programs that use it, and start again.");
        }

        if (host.HasDemoCrm)
        {
            text.AppendLine($"  demo CRM  {address}{DemoCrmEndpoints.Path}");
        }

        foreach (var campaign in host.WithoutDemoCrm)
        {
            text.AppendLine($"            {campaign} delivers to the demo CRM, which exists only while the filter listens on this");
            text.AppendLine("            machine alone. What it buys is not delivered. Set delivery.url to the address of your CRM.");
        }

        text.AppendLine($"  admin key {AdminKey(host.Secrets, isSeen)}");
        AppendSamples(text, host, address, program);
        return text.ToString();
    }

    private static string AdminKey(InstallationSecrets secrets, bool isSeen) => secrets switch
    {
        { NewAdminKey: { } key, AdminFile: { } file } when isSeen => $"{key} (made now, shown only this once, and kept in {file})",
        { AdminFile: { } file } => $"in {file}",
        { Staff.NamedKeys: { } named } => $"those of {named}",
        _ => $"as set in {StaffKeys.AdminKeySetting}",
    };

    private static void AppendSamples(StringBuilder text, FilterHost host, string address, string program)
    {
        if (!CampaignId.TryParse("solar", out var solar)
            || !host.Campaigns.Campaigns.TryGetValue(solar, out var campaign)
            || !host.Campaigns.Vendors.TryFindByKey(SampleKey, out var acme)
            || !campaign.Policies.ContainsKey(acme.Id))
        {
            return;
        }

        var call = new SampleCall($"{address}{Addresses.SubmitLead.PathOf(solar.ToString())}", SampleKey, SampleCall.UsualShell);
        text.AppendLine();
        text.AppendLine("A lead that is bought, of somebody new each time:");
        text.AppendLine($"  {call.Bought}");
        text.AppendLine("A lead that is rejected (a mistyped address, and no consent):");
        text.AppendLine($"  {call.Rejected}");
        text.AppendLine();
        text.AppendLine("More, in a second terminal (Ctrl-C stops the filter):");
        text.AppendLine($"  {program} send samples/leads.ndjson --check");
        text.AppendLine($"  {program} rejections");
    }
}
