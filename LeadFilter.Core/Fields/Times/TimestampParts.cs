using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Times;

/// <summary>What can be told from a point in time. Calendar parts are in UTC.</summary>
internal static class TimestampParts
{
    /// <summary>The parts.</summary>
    public static readonly IReadOnlyList<FieldPart> All =
    [
        new("age_seconds", NumberType.Instance, "Seconds from it to the lead's receipt, with decimals; negative if it is later.",
            static (in value, receivedAt) => FieldValue.OfNumber(value.Raw!, Age(value, receivedAt) / 1000)),
        new("age_days", NumberType.Instance, "Days of 24 hours from it to the lead's receipt, with decimals; negative if it is later.",
            static (in value, receivedAt) => FieldValue.OfNumber(value.Raw!, Age(value, receivedAt) / 86_400_000)),
        new("age_years", NumberType.Instance, "Whole years from it to the lead's receipt, as people count their age.",
            static (in value, receivedAt) => FieldValue.OfNumber(value.Raw!, Years(Utc(value), receivedAt.UtcDateTime))),
        new("hour", NumberType.Instance, "The hour, 0 to 23.", static (in value, _) => FieldValue.OfNumber(value.Raw!, Utc(value).Hour)),
        new("weekday", WeekdayType.Instance, "The day of the week: monday to sunday.",
            static (in value, _) => FieldValue.OfNumber(value.Raw!, WeekdayType.NumberOf(Utc(value).DayOfWeek))),
    ];

    private static double Age(in FieldValue value, DateTimeOffset receivedAt) => receivedAt.ToUnixTimeMilliseconds() - value.Number;

    private static DateTime Utc(in FieldValue value) => DateTime.UnixEpoch.AddTicks((long)value.Number * TimeSpan.TicksPerMillisecond);

    private static int Years(DateTime from, DateTime to) =>
        to.Year - from.Year - (to.Month < from.Month || (to.Month == from.Month && to.Day < from.Day) ? 1 : 0);
}
