namespace LeadFilter.Core.Fields.Times;

/// <summary>
/// A date of birth: any date, in the forms of <see cref="DateType"/>. One in the future or centuries ago is a fact, not an invalid text.
/// Canonical: <c>1985-11-03</c>.
/// </summary>
public sealed class DobType : FieldType
{
    /// <summary>The type of the default locale.</summary>
    public static readonly DobType Instance = new(Locale.Default);

    /// <summary>No person is known to have lived longer but one, who died in 1997 at 122.</summary>
    private const int OldestAge = 120;

    private const int FirstYear = 1900;
    private const int AdultAge = 18;

    private readonly DateCustom custom;

    private DobType(Locale locale)
    {
        custom = DateCustom.ForBirths(locale.Dates);
        Parts =
        [
            DateValue.AgeInYears(locale, "age", "The age in whole years on the day of the lead's receipt; negative if the date is later."),
            DateValue.AgeInYears(locale, "age_years", "The same as age."),
            DateValue.Flag(locale, "adult", "Whether the person is 18 or older.",
                static (in value, receivedAt, calendar) => DateValue.Years(in value, calendar, receivedAt) >= AdultAge),
            DateValue.Future(locale),
            DateValue.Flag(locale, "impossible", "Whether it is more than 120 years ago, or before 1900.",
                static (in value, receivedAt, calendar) => LocalCalendar.Utc(value.Number).Year < FirstYear
                    || DateValue.Years(in value, calendar, receivedAt) > OldestAge),
            .. DateValue.Numbers,
        ];
    }

    /// <inheritdoc/>
    public override string Name => "dob";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Date;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts { get; }

    /// <inheritdoc/>
    public override FieldType In(Locale locale) => locale == Locale.Default ? Instance : new DobType(locale);

    /// <inheritdoc/>
    public override string CanonicalText(in FieldValue value) => DateValue.Text(in value);

    /// <inheritdoc/>
    protected override bool KeepsSigns => true;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw) => DateValue.Read(raw, custom);
}
