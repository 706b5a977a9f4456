namespace LeadFilter.Core.Calendars;

/// <summary>A federal holiday of the United States in one year.</summary>
/// <param name="Name">Its name in 5 U.S.C. 6103(a).</param>
/// <param name="Date">Its date.</param>
/// <param name="Observed">The day off: the Friday before a Saturday, the Monday after a Sunday, otherwise the date itself.</param>
public readonly record struct FederalHoliday(string Name, DateOnly Date, DateOnly Observed);
