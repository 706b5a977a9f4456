namespace LeadFilter.Core.Fields.Numbers;

/// <summary>
/// A number from -1e15 to 1e15, plain or as people write amounts: <c>1,234.50</c>, <c>$250</c>, <c>250 USD</c>, <c>12k</c>, <c>(80)</c>.
/// </summary>
public sealed class NumberType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly NumberType Instance = new();

    private const double Most = 1e15;

    private NumberType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "number";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Number;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw)
    {
        var text = raw.AsSpan().Trim();
        var negative = text is ['(', .., ')'];
        if (negative)
        {
            text = text[1..^1].Trim();
        }

        var signed = negative;
        text = WithoutSign(text, ref signed, ref negative);
        text = WithoutCurrency(text);
        text = WithoutSign(text, ref signed, ref negative);
        var thousands = text is [.., 'k' or 'K'];
        if (NumberText.Read(thousands ? text[..^1].TrimEnd() : text, out var number) is { } why)
        {
            return FieldValue.Invalid(raw, why);
        }

        number = thousands ? number * 1000 : number;
        return number > Most
            ? FieldValue.Invalid(raw, "out of range")
            : FieldValue.OfNumber(raw, negative && number != 0 ? -number : number);
    }

    // A sign stands before the currency or after it, once: -$5, $-5.
    private static ReadOnlySpan<char> WithoutSign(ReadOnlySpan<char> text, scoped ref bool signed, scoped ref bool negative)
    {
        if (signed || text is not ['+' or '-' or '\u2212', ..])
        {
            return text;
        }

        signed = true;
        negative = text[0] != '+';
        return text[1..].TrimStart();
    }

    private static ReadOnlySpan<char> WithoutCurrency(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<string> currencies = ["US$", "CA$", "C$", "$", "USD", "CAD"];
        foreach (var currency in currencies)
        {
            if (text.StartsWith(currency, StringComparison.OrdinalIgnoreCase))
            {
                return text[currency.Length..].TrimStart();
            }

            if (text.EndsWith(currency, StringComparison.OrdinalIgnoreCase))
            {
                return text[..^currency.Length].TrimEnd();
            }
        }

        return text;
    }
}
