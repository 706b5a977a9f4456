namespace LeadFilter.Core.Fields.Places.Countries;

/// <summary>
/// A state, province, territory or nation: of the United States (with the regions of its armed forces), Canada, Australia, or the
/// United Kingdom.
/// </summary>
/// <param name="Code">The letters that its post gave it, or ISO 3166-2 for the nations of the United Kingdom.</param>
/// <param name="Name">Its English name.</param>
/// <param name="Country"><c>US</c>, <c>CA</c>, <c>AU</c> or <c>GB</c>.</param>
internal sealed record State(string Code, string Name, string Country);
