using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Serving;

/// <summary>The folders of one filter: the campaign <c>loans</c> with its vendors, and room for data. Deleted at the end.</summary>
internal sealed class FilterFolders : IDisposable
{
    private const string DemoCrm = "/demo/crm/leads";

    private readonly TemporaryFolder folder = new();

    /// <param name="crm">Where leads are delivered; null for the filter's own demo CRM.</param>
    /// <param name="campaign">The campaign file.</param>
    public FilterFolders(Uri? crm = null, string campaign = TestCampaign.Json)
    {
        Directory.CreateDirectory(Campaigns);
        File.WriteAllText(VendorsFile, TestCampaign.VendorsJson);
        File.WriteAllText(CampaignFile, campaign.Replace(DemoCrm, crm?.ToString() ?? DemoCrm, StringComparison.Ordinal));
    }

    public string Root => folder.Path;

    public string Data => Path.Combine(folder.Path, "store");

    public string Campaigns => Path.Combine(folder.Path, "campaigns");

    public string CampaignFile => Path.Combine(Campaigns, "loans.json");

    public string VendorsFile => Path.Combine(Campaigns, "vendors.json");

    public void Dispose() => folder.Dispose();
}
