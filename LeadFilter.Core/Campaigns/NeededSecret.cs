namespace LeadFilter.Core.Campaigns;

/// <summary>A setting with a secret that a campaign needs.</summary>
/// <param name="Setting">The setting's name.</param>
/// <param name="Lookup">The look-up that sends it; null for the delivery, which signs with it.</param>
public sealed record NeededSecret(string Setting, string? Lookup);
