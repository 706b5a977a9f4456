namespace LeadFilter.Core.Campaigns.Lookups;

/// <summary>A header of a look-up: constant text, or a secret.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its text; empty for a secret.</param>
/// <param name="Secret">The secret; null for constant text.</param>
public sealed record LookupHeader(string Name, string Value, LookupSecret? Secret);
