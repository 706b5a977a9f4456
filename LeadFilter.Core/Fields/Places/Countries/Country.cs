namespace LeadFilter.Core.Fields.Places.Countries;

/// <summary>A country or territory of ISO 3166-1.</summary>
/// <param name="Code">Its two letters.</param>
/// <param name="Alpha3">Its three letters.</param>
/// <param name="Name">The English name in common use.</param>
internal sealed record Country(string Code, string Alpha3, string Name);
