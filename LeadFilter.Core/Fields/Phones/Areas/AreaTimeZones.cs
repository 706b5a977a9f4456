namespace LeadFilter.Core.Fields.Phones.Areas;

/// <summary>The time zones of the area codes of the United States and Canada. Facts: libphonenumber's time zones; see docs/data.md.</summary>
internal static partial class AreaTimeZones;
