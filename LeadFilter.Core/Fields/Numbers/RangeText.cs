namespace LeadFilter.Core.Fields.Numbers;

/// <summary>
/// Reads ranges as people write them: <c>$100 to $150</c>, <c>between 1 and 2</c>, <c>100-150k</c>, <c>under 100</c>, <c>150+</c>,
/// <c>700-749 (Good)</c>, <c>$100-$150/mo</c>.
/// </summary>
internal static class RangeText
{
    private const string NoRange = "not a range";

    private static readonly string[] Below = ["less than", "fewer than", "lower than", "under", "below", "<"];
    private static readonly string[] UpTo = ["no more than", "not more than", "at most", "up to", "maximum", "max.", "max", "<=", "≤"];
    private static readonly string[] Above = ["more than", "greater than", "higher than", "over", "above", ">"];
    private static readonly string[] From = ["no less than", "not less than", "at least", "minimum", "min.", "min", ">=", "≥"];
    private static readonly string[] OrLess =
    [
        "or less", "or fewer", "or below", "or under", "and below", "and under", "or lower", "& below",
        "& under", "& less", "and less", "max"
    ];

    private static readonly string[] OrMore =
    [
        "or more", "or above", "or over", "or higher", "or greater", "and up", "and above", "and over", "and more", "or up",
        "& up", "& above", "& over", "& more", "& higher", "and higher", "plus", "min", "+"
    ];

    private static readonly string[] Opening = ["between", "from"];
    private static readonly string[] Between = [" to ", " through ", " thru ", " until ", "..", "~"];

    /// <summary>Reads a range.</summary>
    /// <param name="text">Plain text, trimmed.</param>
    /// <param name="range">The range.</param>
    /// <returns>Why it is none; null if it is one.</returns>
    public static string? Read(ReadOnlySpan<char> text, out NumberRange range)
    {
        text = RangeLabel.WithoutUnit(RangeLabel.WithoutRating(text));
        if (TryTake(UpTo, ref text) || TryTakeEnd(OrLess, ref text))
        {
            return ReadEnd(text, true, false, out range);
        }

        if (TryTake(From, ref text) || TryTakeEnd(OrMore, ref text))
        {
            return ReadEnd(text, false, false, out range);
        }

        if (TryTake(Below, ref text))
        {
            return ReadEnd(text, true, true, out range);
        }

        if (TryTake(Above, ref text))
        {
            return ReadEnd(text, false, true, out range);
        }

        var isOpened = TryTake(Opening, ref text);
        if (TrySplit(text, isOpened, out var first, out var second))
        {
            return ReadBoth(first, second, out range);
        }

        range = default;
        return isOpened ? NoRange : ReadOne(text, out range);
    }

    private static string? ReadEnd(ReadOnlySpan<char> text, bool isMost, bool isOpen, out NumberRange range)
    {
        var why = ReadAmount(text, out var amount);
        range = isMost ? new(null, amount.Number, isOpen) : new(amount.Number, null, isOpen);
        return why;
    }

    private static string? ReadOne(ReadOnlySpan<char> text, out NumberRange range)
    {
        var why = ReadAmount(text, out var amount);
        range = new(amount.Number, amount.Number, false);
        return why;
    }

    private static string? ReadBoth(ReadOnlySpan<char> first, ReadOnlySpan<char> second, out NumberRange range)
    {
        range = default;
        var firstWhy = ReadAmount(first, out var min);
        if ((ReadAmount(second, out var max) ?? firstWhy) is { } why)
        {
            return why;
        }

        // 100-150k are 100,000 to 150,000, but 500-1k are 500 to 1,000.
        if (min.Factor == 1 && max.Factor > 1 && min.Figure < max.Figure)
        {
            min = min with { Factor = max.Factor };
        }

        range = new(Math.Min(min.Number, max.Number), Math.Max(min.Number, max.Number), false);
        return min.Why;
    }

    private static string? ReadAmount(ReadOnlySpan<char> text, out Amount amount) =>
        AmountText.Read(RangeLabel.WithoutUnit(text), false, out amount) is null ? amount.Why : NoRange;

    private static bool TryTake(string[] words, ref ReadOnlySpan<char> text)
    {
        if (text is [>= '0' and <= '9' or '$' or '-', ..])
        {
            return false;
        }

        foreach (var word in words)
        {
            // < is not taken off <=.
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && text.Length > word.Length && text[word.Length] != '='
                && (!char.IsAsciiLetter(word[^1]) || !char.IsAsciiLetter(text[word.Length])))
            {
                text = text[word.Length..].TrimStart();
                return true;
            }
        }

        return false;
    }

    private static bool TryTakeEnd(string[] words, ref ReadOnlySpan<char> text)
    {
        if (text is [.., >= '0' and <= '9'])
        {
            return false;
        }

        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                text = text[..^word.Length].TrimEnd();
                return true;
            }
        }

        return false;
    }

    private static bool TrySplit(ReadOnlySpan<char> text, bool isOpened, out ReadOnlySpan<char> first, out ReadOnlySpan<char> second)
    {
        foreach (var word in text.ContainsAny(" .~") ? Between : [])
        {
            if (TrySplit(text, text.IndexOf(word, StringComparison.OrdinalIgnoreCase), word.Length, out first, out second))
            {
                return true;
            }
        }

        return TrySplit(text, isOpened ? text.IndexOf(" and ", StringComparison.OrdinalIgnoreCase) : -1, 5, out first, out second)
            || TrySplit(text, Hyphen(text), 1, out first, out second);
    }

    private static bool TrySplit(ReadOnlySpan<char> text, int at, int length, out ReadOnlySpan<char> first, out ReadOnlySpan<char> second)
    {
        first = at > 0 ? text[..at].Trim() : default;
        second = at > 0 ? text[(at + length)..].Trim() : default;
        return at > 0;
    }

    // The first hyphen behind a number; one at the start or behind a currency is a sign.
    private static int Hyphen(ReadOnlySpan<char> text)
    {
        var before = ' ';
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '-' && (char.IsAsciiLetterOrDigit(before) || before is ')' or '.'))
            {
                return i;
            }

            before = text[i] == ' ' ? before : text[i];
        }

        return -1;
    }
}
