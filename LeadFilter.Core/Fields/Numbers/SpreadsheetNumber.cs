namespace LeadFilter.Core.Fields.Numbers;

/// <summary>
/// A whole number that stands for digits, such as a telephone number, as a program writes it that took it for an amount:
/// <c>6022349876.0</c>, <c>6,022,349,876</c>, <c>6.022349876E9</c>.
/// </summary>
internal static class SpreadsheetNumber
{
    /// <summary>The most digits that are written; no number that a telephone has is longer.</summary>
    public const int MaxDigits = 32;

    // The nearest number of 32 bits that a program has for ten digits takes eight digits at most to write; one of 64 bits is exact.
    private const int ExactDigits = 9;
    private const int MinDigitsBeforePoint = 7;
    private const int MaxExponentDigits = 2;

    /// <summary>Whether the number was rounded or can have been, so that its last digits are not known.</summary>
    public enum Exactness
    {
        /// <summary>The text is no number of this kind.</summary>
        NotANumber,

        /// <summary>All digits are known.</summary>
        Exact,

        /// <summary>The last digits are not known.</summary>
        Rounded,
    }

    /// <summary>Reads it.</summary>
    /// <param name="text">The whole text, without white space around it.</param>
    /// <param name="digits">Room for <see cref="MaxDigits"/>.</param>
    /// <param name="count">How many digits the number has.</param>
    public static Exactness Read(ReadOnlySpan<char> text, Span<char> digits, out int count)
    {
        count = 0;
        if (text.IndexOfAny('e', 'E') is > 0 and var mark)
        {
            return ReadExponent(text[..mark], text[(mark + 1)..], digits, out count);
        }

        var whole = AsciiDigits.CountAtStart(text);
        if (whole < text.Length && text[whole] == ',' && TryReadGroups(text, digits, out count))
        {
            return Exactness.Exact;
        }

        if (whole is < MinDigitsBeforePoint or > MaxDigits || !IsNothingBehindPoint(text[whole..]))
        {
            return Exactness.NotANumber;
        }

        text[..whole].CopyTo(digits);
        count = whole;
        return Exactness.Exact;
    }

    // .0 or ,00
    private static bool IsNothingBehindPoint(ReadOnlySpan<char> text) => text is ['.' or ',', '0', ..] && !text[1..].ContainsAnyExcept('0');

    // 6,022,349,876: groups of three behind the first, at least three groups in all.
    private static bool TryReadGroups(ReadOnlySpan<char> text, Span<char> digits, out int count)
    {
        count = 0;
        var groups = 0;
        while (true)
        {
            var group = AsciiDigits.CountAtStart(text);
            if (group is 0 or > 3 || (groups > 0 && group < 3) || count + group > MaxDigits)
            {
                return false;
            }

            text[..group].CopyTo(digits[count..]);
            count += group;
            groups++;
            text = text[group..];
            if (text is not [',', ..])
            {
                return groups > 2 && (text.IsEmpty || (text[0] == '.' && IsNothingBehindPoint(text)));
            }

            text = text[1..];
        }
    }

    // Programs that write no sign before the exponent (Java's) write all digits that there are. Those that write one (spreadsheets,
    // C) write as many as they were told, and leave out those that did not fit.
    private static Exactness ReadExponent(ReadOnlySpan<char> mantissa, ReadOnlySpan<char> exponent, Span<char> digits, out int count)
    {
        count = 0;
        mantissa = mantissa is ['+', ..] ? mantissa[1..] : mantissa;
        var isPadded = exponent is ['+' or '-' or '0', ..];
        var isNegative = exponent is ['-', ..];
        exponent = exponent is ['+' or '-', ..] ? exponent[1..] : exponent;
        var whole = AsciiDigits.CountAtStart(mantissa);
        var decimals = whole < mantissa.Length && mantissa[whole] is '.' or ',' ? mantissa[(whole + 1)..] : mantissa[whole..];
        if (whole == 0 || exponent.Length is 0 or > MaxExponentDigits || !AsciiDigits.IsAll(exponent) || !AsciiDigits.IsAll(decimals)
            || whole + decimals.Length > MaxDigits)
        {
            return Exactness.NotANumber;
        }

        mantissa[..whole].CopyTo(digits);
        decimals.CopyTo(digits[whole..]);
        var given = whole + decimals.Length;
        var places = whole + (isNegative ? -1 : 1) * int.Parse(exponent);
        var zeros = digits[..given].IndexOfAnyExcept('0');
        if (zeros < 0 || places < given && (places < 0 || digits[places..given].ContainsAnyExcept('0')))
        {
            return Exactness.Rounded;
        }

        if (places > given && (isPadded || given - zeros < ExactDigits))
        {
            return Exactness.Rounded;
        }

        count = int.Min(places, MaxDigits) - zeros;
        digits[int.Min(given, MaxDigits)..].Fill('0');
        digits[zeros..(zeros + count)].CopyTo(digits);
        return Exactness.Exact;
    }
}
