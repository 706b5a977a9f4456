namespace LeadFilter.Http.Endpoints.Documents;

/// <summary>How the filter is.</summary>
/// <param name="Status">In a word.</param>
/// <param name="Campaigns">The campaigns in use; null for whoever has not shown the admin key.</param>
/// <param name="Problems">What is wrong; null for whoever has not shown the admin key.</param>
internal sealed record HealthDocument(string Status, IEnumerable<CampaignDocument>? Campaigns = null, IEnumerable<string>? Problems = null);
