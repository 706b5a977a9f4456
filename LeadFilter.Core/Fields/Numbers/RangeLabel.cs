namespace LeadFilter.Core.Fields.Numbers;

/// <summary>
/// What forms write around a range and what does not change it: a rating (<c>700-749 (Good)</c>, <c>Good: 700-749</c>), and the units
/// that ranges on forms have, a month's amount and years (<c>$100-$150/mo</c>, <c>5 - 10 years</c>).
/// </summary>
internal static class RangeLabel
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ratings =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            "excellent", "exceptional", "superb", "very good", "good", "fair", "average", "okay", "ok", "poor", "very poor", "bad", "low",
            "medium", "high", "needs work", "needs improvement", "great", "outstanding", "subprime", "near prime", "prime", "super prime",
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Longer ones before those that they end with.</summary>
    private static readonly string[] Units =
    [
        "/ month", "/month", "/ mo.", "/mo.", "/ mo", "/mo", "per month", "per mo.", "per mo", "a month", "each month", "monthly",
        "years", "year", "yrs.", "yrs", "yr.", "yr",
    ];

    /// <summary>The range without its rating.</summary>
    /// <param name="text">The text.</param>
    public static ReadOnlySpan<char> WithoutRating(ReadOnlySpan<char> text)
    {
        var open = text.IndexOf('(');
        if (open >= 0 && text is [.., ')'])
        {
            var outside = text[..open].Trim();
            var inside = text[(open + 1)..^1].Trim();
            return Ratings.Contains(inside) ? outside : Ratings.Contains(outside) ? inside : text;
        }

        var colon = text.IndexOf(':');
        return colon > 0 && Ratings.Contains(text[..colon].TrimEnd()) ? text[(colon + 1)..].TrimStart() : text;
    }

    /// <summary>The range, or one of its ends, without its unit.</summary>
    /// <param name="text">The text.</param>
    public static ReadOnlySpan<char> WithoutUnit(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !(char.IsAsciiLetter(text[^1]) || text[^1] == '.'))
        {
            return text;
        }

        foreach (var unit in Units)
        {
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase) && text.Length > unit.Length
                && (unit[0] == '/' || !char.IsLetter(text[^(unit.Length + 1)])))
            {
                return text[..^unit.Length].TrimEnd();
            }
        }

        return text;
    }
}
