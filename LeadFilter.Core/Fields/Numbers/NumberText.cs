using System.Globalization;
using System.Runtime.InteropServices;

namespace LeadFilter.Core.Fields.Numbers;

/// <summary>
/// Reads digits with separators, in American and European writing: <c>1,234.50</c>, <c>1.234,50</c>, <c>1 234,50</c>, <c>1'234.50</c>,
/// <c>12,34,567</c>.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct NumberText
{
    private const string NoNumber = "not a number";

    // 1e15 has 16 digits, and more than 15 decimal places are below what a double can tell apart.
    private const int MaxWholeDigits = 16;
    private const int MaxDecimals = 15;

    // All numbers of 15 digits are below 2 to the power of 53.
    private const int ExactDigits = 15;

    private readonly ReadOnlySpan<char> whole;
    private readonly ReadOnlySpan<char> decimals;
    private readonly char separator;

    private NumberText(ReadOnlySpan<char> whole, ReadOnlySpan<char> decimals, char separator)
    {
        this.whole = whole;
        this.decimals = decimals;
        this.separator = separator;
    }

    /// <summary>Reads an unsigned number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="dotsGroup">Whether one dot with three digits behind it stands between thousands.</param>
    /// <param name="number">The number; decimal places after the 15th are cut off.</param>
    /// <returns>Why it is none; null if it is one.</returns>
    public static string? Read(ReadOnlySpan<char> text, bool dotsGroup, out double number)
    {
        number = 0;
        return TryPart(text, dotsGroup, out var parts) && parts.HasProperGroups() ? parts.Value(out number) : NoNumber;
    }

    // The last of two kinds of separators is the decimal one. One comma with three digits behind it stands between thousands, one dot is
    // decimal, and two of a kind stand between thousands.
    private static bool TryPart(ReadOnlySpan<char> text, bool dotsGroup, out NumberText parts)
    {
        parts = default;
        if (text.IsEmpty)
        {
            return false;
        }

        var (dots, commas) = (text.Count('.'), text.Count(','));
        var (dot, comma) = (text.LastIndexOf('.'), text.LastIndexOf(','));
        var other = text.IndexOfAny(' ', '\'') is >= 0 and var at ? text[at] : '\0';
        var point = -1;
        var between = other;
        if (dots > 0 && commas > 0)
        {
            point = Math.Max(dot, comma);
            if (other != '\0' || (point == dot ? dots : commas) > 1)
            {
                return false;
            }

            between = point == dot ? ',' : '.';
        }
        else if (dots + commas == 1)
        {
            var only = Math.Max(dot, comma);
            if (other == '\0' && text.Length - only == 4 && (comma >= 0 || dotsGroup) && IsFirstGroup(text[..only]))
            {
                between = text[only];
            }
            else if (comma < 0
                || (comma > 0 && comma < text.Length - 1 && (text.Length - comma != 4 || other != '\0' || text[..comma] is "0")))
            {
                point = only;
            }
            else
            {
                return false;
            }
        }
        else if (dots + commas > 1)
        {
            between = dots > 0 ? '.' : ',';
        }

        parts = new(point < 0 ? text : text[..point], point < 0 ? default : text[(point + 1)..], between);
        return !parts.whole.IsEmpty || !parts.decimals.IsEmpty;
    }

    private static bool IsFirstGroup(ReadOnlySpan<char> text) => text.Length is >= 1 and <= 3 && DecimalDigit.Of(text[0]) != 0;

    // Groups of three behind the first, which has one to three; or, with commas, groups of two before the last three, as in India.
    private bool HasProperGroups()
    {
        if (separator == '\0' || !whole.Contains(separator))
        {
            return true;
        }

        var end = whole.LastIndexOf(separator);
        if (whole.Length - end != 4)
        {
            return false;
        }

        var size = separator == ',' && end >= 3 && whole[..end].LastIndexOf(separator) is >= 0 and var previous && end - previous == 3
            ? 2
            : 3;
        while (whole[..end].LastIndexOf(separator) is >= 0 and var start)
        {
            if (end - start != size + 1)
            {
                return false;
            }

            end = start;
        }

        return end >= 1 && end <= size;
    }

    private string? Value(out double number)
    {
        number = 0;
        var (mantissa, digits) = (0L, 0);
        foreach (var c in whole)
        {
            if (c == separator)
            {
                continue;
            }

            if (DecimalDigit.Of(c) is not (>= 0 and var digit))
            {
                return NoNumber;
            }

            digits += digits > 0 || digit > 0 ? 1 : 0;
            mantissa = digits > MaxWholeDigits ? mantissa : (mantissa * 10) + digit;
        }

        var (fraction, scale) = (0L, 1L);
        for (var i = 0; i < decimals.Length; i++)
        {
            if (DecimalDigit.Of(decimals[i]) is not (>= 0 and var digit))
            {
                return NoNumber;
            }

            (fraction, scale) = i < MaxDecimals ? ((fraction * 10) + digit, scale * 10) : (fraction, scale);
        }

        // The quotient of two numbers that a double holds exactly is the double next to the true one; with more digits it takes longer.
        number = digits + Math.Min(decimals.Length, MaxDecimals) <= ExactDigits
            ? (double)((mantissa * scale) + fraction) / scale
            : Parse(mantissa, fraction, scale);
        return digits > MaxWholeDigits ? "out of range" : null;
    }

    private static double Parse(long mantissa, long fraction, long scale)
    {
        Span<char> text = stackalloc char[MaxWholeDigits + 1 + MaxDecimals];
        mantissa.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        text[length++] = '.';
        for (scale /= 10; scale > 0; scale /= 10)
        {
            text[length++] = (char)('0' + (fraction / scale % 10));
        }

        return double.Parse(text[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }
}
