using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Times;

/// <summary>What can be told from a point in time.</summary>
internal static class TimestampParts
{
    /// <summary>The parts.</summary>
    /// <param name="locale">In whose time zone hours and days are told.</param>
    public static IReadOnlyList<FieldPart> For(Locale locale)
    {
        return
        [
            new("age_seconds", NumberType.Instance, "Seconds from it to the lead's receipt, with decimals; negative if it is later.",
                static (in value, receivedAt) => FieldValue.OfNumber(value.Raw!, Age(value, receivedAt) / 1000)),
            new("age_days", NumberType.Instance, "Days of 24 hours from it to the lead's receipt, with decimals; negative if it is later.",
                static (in value, receivedAt) => FieldValue.OfNumber(value.Raw!, Age(value, receivedAt) / ClockText.Day)),
            LocalCalendar.Part(locale, "age_years", NumberType.Instance,
                "Whole years from its day to that of the lead's receipt, as people count their age.",
                static (in value, receivedAt, calendar) => LocalCalendar.Years(calendar.At(value.Number), calendar.DateAt(receivedAt))),
            LocalCalendar.Part(locale, "date", DateType.Instance.In(locale), "The date in the campaign's time zone.",
                static (in value, _, calendar) => LocalCalendar.Number(calendar.At(value.Number))),
            LocalCalendar.Part(locale, "time", TimeType.Instance, "The time of day in the campaign's time zone.",
                static (in value, _, calendar) => calendar.At(value.Number).TimeOfDay.TotalMilliseconds),
            LocalCalendar.Part(locale, "hour", NumberType.Instance, "The hour in the campaign's time zone, 0 to 23.",
                static (in value, _, calendar) => calendar.At(value.Number).Hour),
            LocalCalendar.Part(locale, "weekday", WeekdayType.Instance,
                "The day of the week in the campaign's time zone: monday to sunday.",
                static (in value, _, calendar) => WeekdayType.NumberOf(calendar.At(value.Number).DayOfWeek)),
        ];
    }

    private static double Age(in FieldValue value, DateTimeOffset receivedAt) => receivedAt.ToUnixTimeMilliseconds() - value.Number;
}
