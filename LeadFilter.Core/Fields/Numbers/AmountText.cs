namespace LeadFilter.Core.Fields.Numbers;

/// <summary>
/// Reads a number with what people write around it: a sign before or behind, brackets for a negative amount, a currency, <c>k</c> or
/// <c>million</c>, and units that leave no doubt.
/// </summary>
internal static class AmountText
{
    private const string NoNumber = "not a number";

    private static readonly Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> Factors =
        new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase)
        {
            ["k"] = 1_000, ["thousand"] = 1_000, ["grand"] = 1_000, ["million"] = 1_000_000, ["billion"] = 1_000_000_000,
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    // Elsewhere they may stand for metres, minutes and months.
    private static readonly Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> MoneyFactors =
        new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase)
        {
            ["m"] = 1_000_000, ["mm"] = 1_000_000, ["mn"] = 1_000_000, ["mil"] = 1_000_000, ["mio"] = 1_000_000, ["b"] = 1_000_000_000,
            ["bn"] = 1_000_000_000,
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Units =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            "sq ft", "sqft", "sq. ft", "sq.ft", "sq feet", "sf", "square feet", "square foot", "square ft", "ft2", "ft²", "kwh", "kw",
            "kilowatt hours", "kilowatt-hours", "mile", "miles", "mi", "acre", "acres", "year old", "years old", "yr old", "yrs old", "y/o",
            "yo", "people", "persons", "bedroom", "bedrooms", "bathroom", "bathrooms", "rooms", "cars", "vehicles",
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads an amount.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="isMoney">Whether it is money: <c>m</c> and <c>b</c> then stand for millions and billions, and units are none.</param>
    /// <param name="amount">The amount.</param>
    /// <returns>Why it is none; null if it is one. Whether it is too large, <see cref="Amount.Why"/> says.</returns>
    public static string? Read(ReadOnlySpan<char> text, bool isMoney, out Amount amount)
    {
        if (text.Length > 0 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1]))
        {
            var why = NumberText.Read(text, false, out var plain);
            why = why is not null && ExponentText.TryRead(text, out plain) ? null : why;
            amount = new(plain, 1, null);
            return why;
        }

        amount = default;
        text = text.Trim();
        if (text is ['-', ..] && ExponentText.TryRead(text, out var scientific))
        {
            amount = new(scientific, 1, null);
            return null;
        }

        var negative = text is ['(', .., ')'];
        text = negative ? text[1..^1].Trim() : text;
        var signed = negative;
        text = WithoutSign(text, ref signed, ref negative);
        text = Currencies.WithoutPrefix(text, out var currency);
        text = WithoutSign(text, ref signed, ref negative);
        var end = EndOfNumber(text);
        if (!TryReadTail(text[end..].Trim(), isMoney, ref signed, ref negative, ref currency, out var factor))
        {
            return NoNumber;
        }

        var reason = NumberText.Read(text[..end].TrimEnd(' '), Currencies.GroupsWithDots(currency), out var figure);
        amount = new(negative && figure != 0 ? -figure : figure, factor, currency);
        return reason;
    }

    // A sign stands before the currency or after it, once: -$5, $-5.
    private static ReadOnlySpan<char> WithoutSign(ReadOnlySpan<char> text, scoped ref bool signed, scoped ref bool negative)
    {
        if (signed || text is not ['+' or '-', ..])
        {
            return text;
        }

        signed = true;
        negative = text[0] == '-';
        return text[1..].TrimStart();
    }

    private static int EndOfNumber(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (text[end] is '.' or ',' or '\'' or ' ' || DecimalDigit.Of(text[end]) >= 0))
        {
            end++;
        }

        return end;
    }

    // What follows the digits: a minus, a factor, a currency or a unit, in this order.
    private static bool TryReadTail(
        ReadOnlySpan<char> tail,
        bool isMoney,
        scoped ref bool signed,
        scoped ref bool negative,
        scoped ref string? currency,
        out long factor)
    {
        factor = 1;
        if (tail is ['-', ..] && !signed)
        {
            (signed, negative) = (true, true);
            tail = tail[1..].TrimStart();
        }

        if (tail.IsEmpty)
        {
            return true;
        }

        var word = tail.IndexOfAny(' ', '$', '€') is >= 0 and var space ? tail[..space] : tail;
        if (Factors.TryGetValue(word, out var found) || (isMoney && MoneyFactors.TryGetValue(word, out found)))
        {
            factor = found;
            tail = tail[word.Length..].TrimStart();
        }

        return tail.IsEmpty
            || Currencies.TryReadSuffix(tail, ref currency)
            || (!isMoney && currency is null && Units.Contains(tail.TrimEnd('.')));
    }
}
