namespace LeadFilter.Core.Fields.Times;

/// <summary>Asks something of a date.</summary>
/// <param name="value">The date.</param>
/// <param name="receivedAt">When the lead was received.</param>
/// <param name="calendar">Whose clock tells the day of that.</param>
internal delegate bool DateTest(in FieldValue value, DateTimeOffset receivedAt, LocalCalendar calendar);
