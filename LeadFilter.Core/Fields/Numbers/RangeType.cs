namespace LeadFilter.Core.Fields.Numbers;

/// <summary>A range of numbers, such as <c>$100 to $150</c>, <c>under 100</c>, <c>150+</c>, or one number.</summary>
public sealed class RangeType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly RangeType Instance = new();

    private static readonly IReadOnlyList<FieldPart> RangeParts =
    [
        new(
            "min",
            NumberType.Instance,
            "The minimum; missing for under 100.",
            static (in value, _) => Number(value, NumberRange.Parse(value.Text).Min)),
        new(
            "max",
            NumberType.Instance,
            "The maximum; missing for 150+.",
            static (in value, _) => Number(value, NumberRange.Parse(value.Text).Max)),
        new("mid", NumberType.Instance, "Halfway between them; missing if one of them is.",
            static (in value, _) => Number(value, NumberRange.Parse(value.Text).Middle)),
    ];

    private RangeType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "range";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts => RangeParts;

    /// <inheritdoc/>
    protected override bool KeepsSigns => true;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw)
    {
        // Choices come as slugs: $100_-_$200.
        var isSlug = raw.Contains('_', StringComparison.Ordinal);
        var text = (isSlug ? raw.Replace('_', ' ') : raw).AsSpan().Trim();
        if (RangeText.Read(text, out var range) is { } why)
        {
            return FieldValue.Invalid(raw, why);
        }

        Span<char> canonical = stackalloc char[NumberRange.MaxCharacters];
        canonical = canonical[..range.Write(canonical)];
        return !isSlug && text.SequenceEqual(canonical)
            ? FieldValue.Slice(raw, raw, raw.Length - raw.AsSpan().TrimStart().Length, text.Length)
            : FieldValue.Valid(raw, canonical.ToString());
    }

    private static FieldValue Number(in FieldValue value, double? number) =>
        number is { } known ? FieldValue.OfNumber(value.Raw!, known) : FieldValue.Missing;
}
