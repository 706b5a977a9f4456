namespace LeadFilter.Core.Fields.Numbers;

/// <summary>
/// An amount of money from -1e15 to 1e15: <c>$1,250.00</c>, <c>€ 1.250,00</c>, <c>1.2k</c>, <c>CAD 80</c>. The value is the amount.
/// </summary>
public sealed class MoneyType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly MoneyType Instance = new();

    // The code of the currency is kept as the text beside the number.
    private static readonly IReadOnlyList<FieldPart> MoneyParts =
    [
        new("currency", StringType.Instance, "The currency's code (ISO 4217): USD, EUR; $ alone is USD; missing where none is named.",
            static (in value, _) => value.Text.IsEmpty ? FieldValue.Missing : value.Part(0, value.Text.Length)),
    ];

    private MoneyType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "money";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Number;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts => MoneyParts;

    /// <inheritdoc/>
    protected override bool KeepsSigns => true;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw) =>
        (AmountText.Read(raw.AsSpan().Trim(), true, out var amount) ?? amount.Why) is { } why
            ? FieldValue.Invalid(raw, why is "not a number" ? "not an amount of money" : why)
            : FieldValue.Valid(raw, amount.Currency ?? "", amount.Number);
}
