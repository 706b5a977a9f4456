namespace LeadFilter.Core.Campaigns;

/// <summary>Where and how a campaign's bought leads are delivered.</summary>
/// <param name="Url">
/// The CRM's address: absolute http or https, or a path beginning with <c>/</c> on this filter's own host (the demo CRM).
/// </param>
/// <param name="Secret">The name of the setting with the secret for the signature; null for none.</param>
/// <param name="Fields">
/// Name in the CRM's body -> name of the lead's field or part; null for all fields that were sent, under their own names.
/// </param>
public sealed record DeliveryPlan(string Url, string? Secret, IReadOnlyDictionary<string, string>? Fields)
{
    /// <summary>What an answer of status 2xx must say for the lead to count as taken; null if the status alone says it.</summary>
    public AcceptancePlan? Accepted { get; init; }
}
