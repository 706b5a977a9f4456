namespace LeadFilter.Core.Fields.Times;

/// <summary>
/// A date or a point in time from 1900 to 2100, in the forms of ISO 8601, Unix time, RFC 1123, dates of digits in the locale's order and
/// the usual English ones. What names no zone is in UTC; a date alone is its midnight. Canonical is ISO 8601 in UTC.
/// </summary>
public sealed class TimestampType : FieldType
{
    /// <summary>The type of the default locale.</summary>
    public static readonly TimestampType Instance = new(Locale.Default);

    private readonly DateCustom custom;

    private TimestampType(Locale locale)
    {
        custom = DateCustom.ForEvents(locale.Dates);
        Parts = TimestampParts.For(locale);
    }

    /// <inheritdoc/>
    public override string Name => "timestamp";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Instant;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts { get; }

    /// <inheritdoc/>
    public override FieldType In(Locale locale) => locale == Locale.Default ? Instance : new TimestampType(locale);

    /// <inheritdoc/>
    protected override bool KeepsSigns => true;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw)
    {
        var clock = new ClockText(custom);
        long milliseconds = 0;
        var why = MomentText.Read(raw, ref clock) ?? clock.ReadInstant(out milliseconds);
        return why is null ? FieldValue.OfNumber(raw, milliseconds) : FieldValue.Invalid(raw, why);
    }
}
