using System.Globalization;
using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Times;

/// <summary>
/// A time of day, without date and zone: <c>2pm</c>, <c>14:05</c>, <c>14h05</c>, <c>noon</c>. Canonical: <c>14:05</c> or
/// <c>14:05:30</c>.
/// </summary>
public sealed class TimeType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly TimeType Instance = new();

    private const long Second = 1000;
    private const long Minute = 60 * Second;
    private const long Hour = 60 * Minute;

    private TimeType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "time";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.TimeOfDay;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts { get; } =
    [
        new(
            "hour",
            NumberType.Instance,
            "The hour, 0 to 23.",
            static (in value, _) => FieldValue.OfNumber(value.Raw!, (long)value.Number / Hour)),
        new(
            "minute",
            NumberType.Instance,
            "The minute, 0 to 59.",
            static (in value, _) => FieldValue.OfNumber(value.Raw!, (long)value.Number % Hour / Minute)),
    ];

    /// <inheritdoc/>
    public override string CanonicalText(in FieldValue value)
    {
        var milliseconds = (long)value.Number;
        var form = milliseconds % Minute == 0 ? "HH:mm" : "HH:mm:ss.FFF";
        return new TimeOnly(milliseconds * TimeSpan.TicksPerMillisecond).ToString(form, CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    protected override bool KeepsSigns => true;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw)
    {
        var clock = new ClockText(DateCustom.ForEvents(default));
        return MomentText.ReadTimeOfDay(raw, ref clock) is { } why
            ? FieldValue.Invalid(raw, why)
            : FieldValue.OfNumber(raw, clock.TimeOfDay);
    }
}
