using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Times;

/// <summary>
/// A date from 1900 to 2100, in the forms of <see cref="TimestampType"/>. A time of day behind it must be one, and does not count: the
/// date is the one that is written, whatever the zone. Canonical: <c>2026-11-03</c>.
/// </summary>
public sealed class DateType : FieldType
{
    /// <summary>The type of the default locale.</summary>
    public static readonly DateType Instance = new(Locale.Default);

    private readonly DateCustom custom;

    private DateType(Locale locale)
    {
        custom = DateCustom.ForEvents(locale.Dates);
        Parts =
        [
            .. DateValue.Numbers,
            new("weekday", WeekdayType.Instance, "The day of the week: monday to sunday.",
                static (in value, _) => FieldValue.OfNumber(value.Raw!, WeekdayType.NumberOf(LocalCalendar.Utc(value.Number).DayOfWeek))),
            LocalCalendar.Part(locale, "age_days", NumberType.Instance,
                "Days from it to the day of the lead's receipt; negative if it is later.",
                static (in value, receivedAt, calendar) => (calendar.DateAt(receivedAt) - LocalCalendar.Utc(value.Number)).Days),
            DateValue.AgeInYears(locale, "age_years", "Whole years from it to the day of the lead's receipt, as people count their age."),
            DateValue.Future(locale),
        ];
    }

    /// <inheritdoc/>
    public override string Name => "date";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Date;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts { get; }

    /// <inheritdoc/>
    public override FieldType In(Locale locale) => locale == Locale.Default ? Instance : new DateType(locale);

    /// <inheritdoc/>
    public override string CanonicalText(in FieldValue value) => DateValue.Text(in value);

    /// <inheritdoc/>
    protected override bool KeepsSigns => true;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw) => DateValue.Read(raw, custom);
}
