namespace LeadFilter.Http.Endpoints.Documents;

/// <summary>A campaign in use.</summary>
/// <param name="Campaign">Its id.</param>
/// <param name="Version">The version that its author gave it.</param>
internal sealed record CampaignDocument(string Campaign, string Version);
