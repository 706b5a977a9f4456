namespace LeadFilter.Cli.Commands.Status;

/// <summary>A campaign in use.</summary>
/// <param name="Campaign">Its id.</param>
/// <param name="Version">Its version.</param>
internal sealed record StatusCampaign(string Campaign, string Version);
