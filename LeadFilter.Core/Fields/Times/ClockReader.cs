namespace LeadFilter.Core.Fields.Times;

/// <summary>Reads a part that depends on a clock.</summary>
/// <param name="value">The whole value, valid.</param>
/// <param name="receivedAt">When the lead was received.</param>
/// <param name="calendar">The clock.</param>
/// <returns>The part's number; 1 or 0 for yes or no.</returns>
internal delegate double ClockReader(in FieldValue value, DateTimeOffset receivedAt, LocalCalendar calendar);
