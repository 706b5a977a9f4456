namespace LeadFilter.Cli.Serving;

/// <summary>What <c>serve</c> is told besides its settings.</summary>
/// <param name="DataFolder">Where the data lies.</param>
/// <param name="CampaignFolder">The folder with the campaigns and vendors.</param>
internal sealed record ServeOptions(string DataFolder, string CampaignFolder);
