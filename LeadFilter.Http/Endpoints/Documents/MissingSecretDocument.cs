namespace LeadFilter.Http.Endpoints.Documents;

/// <summary>A secret that is not set.</summary>
/// <param name="Campaign">The campaign that needs it; null if something else does.</param>
/// <param name="Setting">The setting's name.</param>
/// <param name="Lookup">Of a campaign: the look-up that sends it; null for the delivery, which signs with it.</param>
/// <param name="Vendor">The vendor whose notices are signed with it; null if something else needs it.</param>
/// <param name="Target">The system, to be told of opt-outs, that needs it; null if something else does.</param>
internal sealed record MissingSecretDocument(string? Campaign, string Setting, string? Lookup, string? Vendor, string? Target);
