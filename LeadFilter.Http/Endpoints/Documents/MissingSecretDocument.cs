namespace LeadFilter.Http.Endpoints.Documents;

/// <summary>A secret that is not set.</summary>
/// <param name="Campaign">The campaign that needs it.</param>
/// <param name="Setting">The setting's name.</param>
/// <param name="Lookup">The look-up that sends it; null for the delivery, which signs with it.</param>
internal sealed record MissingSecretDocument(string Campaign, string Setting, string? Lookup);
