namespace LeadFilter.Core.Fields.Times;

/// <summary>
/// A day of the week by its English name, whole or in three letters, without case. Its number is that of ISO 8601: Monday is 1.
/// </summary>
public sealed class WeekdayType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly WeekdayType Instance = new();

    private static readonly string[] Names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Numbers =
        Names.SelectMany((name, at) => new[] { (Word: name, Number: at + 1), (Word: name[..3], Number: at + 1) })
            .ToDictionary(entry => entry.Word, entry => entry.Number, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private WeekdayType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "weekday";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Weekday;

    /// <summary>The number of a day: 1 for Monday to 7 for Sunday.</summary>
    /// <param name="day">The day.</param>
    public static int NumberOf(DayOfWeek day) => day == DayOfWeek.Sunday ? 7 : (int)day;

    /// <inheritdoc/>
    public override string CanonicalText(in FieldValue value) => Names[(int)value.Number - 1];

    /// <inheritdoc/>
    protected override FieldValue Read(string raw) =>
        Numbers.TryGetValue(raw.AsSpan().Trim(), out var number)
            ? FieldValue.OfNumber(raw, number)
            : FieldValue.Invalid(raw, "not a day of the week");
}
