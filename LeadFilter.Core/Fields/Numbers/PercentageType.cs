namespace LeadFilter.Core.Fields.Numbers;

/// <summary>A percentage: <c>12.5 %</c>, <c>12,5%</c>, <c>12.5 percent</c>, <c>12.5</c>. The value is in hundredths: 12.5.</summary>
public sealed class PercentageType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly PercentageType Instance = new();

    private static readonly IReadOnlyList<FieldPart> PercentageParts =
    [
        new("fraction", NumberType.Instance, "The percentage as a fraction of one: 0.125.",
            static (in value, _) => FieldValue.OfNumber(value.Raw!, Divided(value.Number, 100))),
    ];

    private PercentageType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "percentage";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Number;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts => PercentageParts;

    /// <inheritdoc/>
    protected override bool KeepsSigns => true;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw)
    {
        var text = WithoutSign(raw.AsSpan().Trim(), out var parts);
        if (AmountText.Read(text, true, out var amount) is not null || amount.Currency is not null || amount.Factor != 1)
        {
            return FieldValue.Invalid(raw, "not a percentage");
        }

        return amount.Why is { } why ? FieldValue.Invalid(raw, why) : FieldValue.OfNumber(raw, Divided(amount.Number, parts));
    }

    // In decimal, so that 12.3 / 100 is 0.123.
    private static double Divided(double number, int by) => by == 1 ? number : (double)((decimal)number / by);

    private static ReadOnlySpan<char> WithoutSign(ReadOnlySpan<char> text, out int parts)
    {
        parts = 1;
        if (text.IsEmpty || char.IsAsciiDigit(text[^1]))
        {
            return text is ['%', ..] ? text[1..].TrimStart() : text;
        }

        ReadOnlySpan<string> percents = ["%", "٪", "percent", "per cent", "pct", "pct."];
        foreach (var percent in percents)
        {
            if (text.EndsWith(percent, StringComparison.OrdinalIgnoreCase))
            {
                return text[..^percent.Length].TrimEnd();
            }
        }

        ReadOnlySpan<(string Sign, int Parts)> finer = [("‰", 10), ("basis points", 100), ("bps", 100), ("bp", 100)];
        foreach (var (sign, each) in finer)
        {
            if (text.EndsWith(sign, StringComparison.OrdinalIgnoreCase))
            {
                parts = each;
                return text[..^sign.Length].TrimEnd();
            }
        }

        return text;
    }
}
