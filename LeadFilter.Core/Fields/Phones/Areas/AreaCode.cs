namespace LeadFilter.Core.Fields.Phones.Areas;

/// <summary>An area code of the North American Numbering Plan that is in service.</summary>
/// <param name="State">The state, territory or province of the US or Canada; null where the code serves several or none.</param>
/// <param name="TimeZone">Its IANA time zone; null where the code lies in several or in no place of the US or Canada.</param>
/// <param name="IsOfPlace">Whether its numbers belong to a place; others are toll-free, premium-rate, personal …</param>
/// <param name="Mainland">
/// The country, US or CA, of a code of states or provinces; null for territories and islands, other countries and codes of no place.
/// </param>
internal sealed record AreaCode(string? State, string? TimeZone, bool IsOfPlace, string? Mainland);
