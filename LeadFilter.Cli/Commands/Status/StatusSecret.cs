namespace LeadFilter.Cli.Commands.Status;

/// <summary>A secret that is not set.</summary>
/// <param name="Campaign">The campaign that needs it.</param>
/// <param name="Setting">The setting's name.</param>
/// <param name="Lookup">The look-up that sends it; null for the delivery.</param>
internal sealed record StatusSecret(string Campaign, string Setting, string? Lookup = null);
