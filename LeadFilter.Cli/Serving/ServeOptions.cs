namespace LeadFilter.Cli.Serving;

/// <summary>What <c>serve</c> is told.</summary>
/// <param name="Port">The port on 127.0.0.1; 0 for a free one.</param>
/// <param name="DataFolder">Where the data lies.</param>
/// <param name="CampaignFolder">The folder with the campaigns and vendors.</param>
internal sealed record ServeOptions(int Port, string DataFolder, string CampaignFolder);
