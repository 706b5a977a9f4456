using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Times;

/// <summary>What can be told from a point in time.</summary>
internal static class TimestampParts
{
    /// <summary>The parts.</summary>
    /// <param name="locale">In whose time zone hours and days are told.</param>
    public static IReadOnlyList<FieldPart> For(Locale locale)
    {
        var calendar = new LocalCalendar(locale.TimeZone);
        return
        [
            new("age_seconds", NumberType.Instance, "Seconds from it to the lead's receipt, with decimals; negative if it is later.",
                static (in value, receivedAt) => FieldValue.OfNumber(value.Raw!, Age(value, receivedAt) / 1000)),
            new("age_days", NumberType.Instance, "Days of 24 hours from it to the lead's receipt, with decimals; negative if it is later.",
                static (in value, receivedAt) => FieldValue.OfNumber(value.Raw!, Age(value, receivedAt) / ClockText.Day)),
            new("age_years", NumberType.Instance, "Whole years from its day to that of the lead's receipt, as people count their age.",
                (in value, receivedAt) => FieldValue.OfNumber(
                    value.Raw!, LocalCalendar.Years(calendar.At(value.Number), calendar.DateAt(receivedAt)))),
            new("date", DateType.Instance.In(locale), "The date in the campaign's time zone.",
                (in value, _) => FieldValue.OfNumber(value.Raw!, LocalCalendar.Number(calendar.At(value.Number)))),
            new("time", TimeType.Instance, "The time of day in the campaign's time zone.",
                (in value, _) => FieldValue.OfNumber(value.Raw!, calendar.At(value.Number).TimeOfDay.TotalMilliseconds)),
            new("hour", NumberType.Instance, "The hour in the campaign's time zone, 0 to 23.",
                (in value, _) => FieldValue.OfNumber(value.Raw!, calendar.At(value.Number).Hour)),
            new("weekday", WeekdayType.Instance, "The day of the week in the campaign's time zone: monday to sunday.",
                (in value, _) => FieldValue.OfNumber(value.Raw!, WeekdayType.NumberOf(calendar.At(value.Number).DayOfWeek))),
        ];
    }

    private static double Age(in FieldValue value, DateTimeOffset receivedAt) => receivedAt.ToUnixTimeMilliseconds() - value.Number;
}
