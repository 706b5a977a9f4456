namespace LeadFilter.Core.Fields.Times;

/// <summary>
/// A date or a point in time from 1900 to 2100, in the forms of ISO 8601, Unix time, RFC 1123, <c>m/d/yyyy</c> and the usual English ones.
/// What names no zone is in UTC; a date alone is its midnight.
/// </summary>
public sealed class TimestampType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly TimestampType Instance = new();

    private TimestampType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "timestamp";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Instant;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts => TimestampParts.All;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw)
    {
        var text = raw.AsSpan().Trim();
        if (!UnixTime.TryRead(text, out var milliseconds))
        {
            var clock = new ClockText();
            if ((DateText.Read(ref text, ref clock) ?? TimeText.Read(text, ref clock)) is { } why)
            {
                return FieldValue.Invalid(raw, why);
            }

            milliseconds = clock.UnixMilliseconds;
        }

        return milliseconds is >= ClockText.Earliest and < ClockText.End
            ? FieldValue.OfNumber(raw, milliseconds)
            : FieldValue.Invalid(raw, "not between 1900 and 2100");
    }
}
