namespace LeadFilter.Core.Fields.Places;

/// <summary>A state or territory of the United States, one of its armed forces' regions, or a province or territory of Canada.</summary>
/// <param name="Code">The two letters that USPS or Canada Post gave it.</param>
/// <param name="Name">Its English name.</param>
/// <param name="Country"><c>US</c> or <c>CA</c>.</param>
internal sealed record State(string Code, string Name, string Country);
