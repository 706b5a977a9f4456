namespace LeadFilter.Cli.Commands.Status;

/// <summary>A secret that is not set.</summary>
/// <param name="Setting">The setting's name.</param>
/// <param name="Campaign">The campaign that needs it; null if a vendor's notices do.</param>
/// <param name="Lookup">The look-up that sends it; null for the delivery.</param>
/// <param name="Vendor">The vendor whose notices need it.</param>
/// <param name="Target">The system, to be told of opt-outs, that needs it.</param>
internal sealed record StatusSecret(
    string Setting, string? Campaign = null, string? Lookup = null, string? Vendor = null, string? Target = null);
