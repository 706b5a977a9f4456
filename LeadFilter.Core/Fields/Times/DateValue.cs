using System.Globalization;
using LeadFilter.Core.Fields.Flags;
using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Times;

/// <summary>Dates without a time of day as values of fields: their number is the midnight in UTC.</summary>
internal static class DateValue
{
    /// <summary>The numbers of a date.</summary>
    public static readonly IReadOnlyList<FieldPart> Numbers =
    [
        new(
            "year",
            NumberType.Instance,
            "The year.",
            static (in value, _) => FieldValue.OfNumber(value.Raw!, LocalCalendar.Utc(value.Number).Year)),
        new(
            "month",
            NumberType.Instance,
            "The month, 1 to 12.",
            static (in value, _) => FieldValue.OfNumber(value.Raw!, LocalCalendar.Utc(value.Number).Month)),
        new(
            "day",
            NumberType.Instance,
            "The day of the month, 1 to 31.",
            static (in value, _) => FieldValue.OfNumber(value.Raw!, LocalCalendar.Utc(value.Number).Day)),
    ];

    /// <summary>Reads a date. A time of day behind it must be one, and does not count.</summary>
    /// <param name="raw">The text as sent.</param>
    /// <param name="custom">What dates are possible, and how they are written.</param>
    public static FieldValue Read(string raw, DateCustom custom)
    {
        var clock = new ClockText(custom);
        return MomentText.Read(raw, ref clock) is { } why ? FieldValue.Invalid(raw, why) : FieldValue.OfNumber(raw, clock.Date);
    }

    /// <summary>The canonical text: year, month and day.</summary>
    /// <param name="value">The value.</param>
    public static string Text(in FieldValue value) => LocalCalendar.Utc(value.Number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The age in whole years, by a name.</summary>
    /// <param name="locale">Whose clock tells the day of the lead's receipt.</param>
    /// <param name="name">The part's name.</param>
    /// <param name="description">What it is.</param>
    public static FieldPart AgeInYears(Locale locale, string name, string description) => LocalCalendar.Part(
        locale,
        name,
        NumberType.Instance,
        description,
        static (in value, receivedAt, calendar) => Years(in value, calendar, receivedAt));

    /// <summary>Whether a date is later than the day of the lead's receipt.</summary>
    /// <param name="locale">Whose clock tells that day.</param>
    public static FieldPart Future(Locale locale) => Flag(
        locale,
        "future", "Whether it is later than the day of the lead's receipt.",
        static (in value, receivedAt, calendar) => LocalCalendar.Utc(value.Number) > calendar.DateAt(receivedAt));

    /// <summary>A part that is true or false.</summary>
    /// <param name="locale">Whose clock tells the day of the lead's receipt.</param>
    /// <param name="name">The part's name.</param>
    /// <param name="description">What it is.</param>
    /// <param name="holds">Whether it is true.</param>
    public static FieldPart Flag(Locale locale, string name, string description, DateTest holds) => LocalCalendar.Part(
        locale,
        name,
        BooleanType.Instance,
        description,
        (in value, receivedAt, calendar) => holds(in value, receivedAt, calendar) ? 1 : 0);

    /// <summary>The years from a date to the day of the lead's receipt.</summary>
    /// <param name="value">The date.</param>
    /// <param name="calendar">Tells that day.</param>
    /// <param name="receivedAt">When the lead was received.</param>
    public static int Years(in FieldValue value, LocalCalendar calendar, DateTimeOffset receivedAt) =>
        LocalCalendar.Years(LocalCalendar.Utc(value.Number), calendar.DateAt(receivedAt));
}
