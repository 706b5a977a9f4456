using LeadFilter.Cli.SampleCalls;
using LeadFilter.Core.Campaigns;
using LeadFilter.Http.Routing;
using LeadFilter.Pipeline.Campaigns;

namespace LeadFilter.Cli.Commands.Starting;

/// <summary>What the user does after a campaign was written, as lines that can be pasted.</summary>
/// <param name="program">The words that start this program.</param>
/// <param name="folder">The folder of campaigns.</param>
/// <param name="id">The campaign.</param>
internal sealed class NextSteps(string program, string folder, CampaignId id)
{
    private const string VendorsKey = "KEY";

    private string Option => folder == SharedOptions.DefaultCampaigns ? "" : $" --campaigns {Quoted(folder)}";

    /// <summary>The lines.</summary>
    /// <param name="starter">What was written.</param>
    public IEnumerable<string> After(CampaignStarter starter) =>
    [
        $"Wrote {string.Join(", ", starter.Written)}.",
        "",
        .. AboutVendor(starter.Vendor),
        "Next:",
        $"  {program} check{(folder == SharedOptions.DefaultCampaigns ? "" : $" {Quoted(folder)}")}",
        $"  {program} serve{Option}",
        .. AboutLeads(starter.Vendor),
        "",
        $"Then open {starter.File} in an editor and change it: the comments say how; docs/campaigns.md says everything.",
    ];

    private IEnumerable<string> AboutVendor(FirstVendor? vendor) => vendor switch
    {
        { Key: { } key } =>
        [
            $"The key of the vendor '{vendor.Id}' is shown only this once, since {CampaignFolder.VendorsName} keeps nothing but its "
                + "SHA-256:",
            $"  {key}",
            "",
        ],
        null =>
        [
            $"Name a vendor with its key in {Path.Combine(folder, CampaignFolder.VendorsName)} and its contract under \"vendors\"; until "
                + "then nobody can send leads.",
            "",
        ],
        _ => [],
    };

    private IEnumerable<string> AboutLeads(FirstVendor? vendor)
    {
        if (vendor is null)
        {
            return [];
        }

        var leads = FilterAddress(Addresses.SubmitLead.PathOf(id.ToString()));
        var call = new SampleCall(leads, vendor.Key ?? VendorsKey, SampleCall.UsualShell);
        return
        [
            $"and in a second terminal, a lead that is bought{(vendor.Key is null ? $" ({VendorsKey} is the key of {vendor.Id})" : "")}:",
            $"  {call.Bought}",
        ];
    }

    private static string FilterAddress(string path) => $"{SharedOptions.DefaultUrl.GetLeftPart(UriPartial.Authority)}{path}";

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
