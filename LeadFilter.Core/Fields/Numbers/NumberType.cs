namespace LeadFilter.Core.Fields.Numbers;

/// <summary>
/// A number from -1e15 to 1e15, plain or as people write amounts: <c>1,234.50</c>, <c>1.234,50</c>, <c>$250</c>, <c>12k</c>, <c>(80)</c>,
/// <c>1,500 sq ft</c>; or as JSON writes it with an exponent: <c>1.5e2</c>.
/// </summary>
public sealed class NumberType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly NumberType Instance = new();

    private NumberType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "number";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Number;

    /// <inheritdoc/>
    protected override bool KeepsSigns => true;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw) =>
        (AmountText.Read(raw.AsSpan().Trim(), false, out var amount) ?? amount.Why) is { } why
            ? FieldValue.Invalid(raw, why)
            : FieldValue.OfNumber(raw, amount.Number);
}
