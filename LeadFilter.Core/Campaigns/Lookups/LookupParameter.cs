namespace LeadFilter.Core.Campaigns.Lookups;

/// <summary>A parameter of a look-up's query or form: a template, or a secret.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its text; null for a secret.</param>
/// <param name="Secret">The secret; null for text.</param>
public sealed record LookupParameter(string Name, LeadTemplate? Value, LookupSecret? Secret);
