using System.Globalization;

namespace LeadFilter.Core.Fields.Numbers;

/// <summary>Reads digits with commas between thousands and a decimal point.</summary>
internal static class NumberText
{
    // 1e15 has 16 digits, and more than 15 decimal places are below what a double can tell apart.
    private const int MostWholeDigits = 16;
    private const int MostDecimals = 15;

    /// <summary>Reads an unsigned number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number; decimal places after the 15th are cut off.</param>
    /// <returns>Why it is none; null if it is one.</returns>
    public static string? Read(ReadOnlySpan<char> text, out double number)
    {
        number = 0;
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var decimals = point < 0 ? default : text[(point + 1)..];
        if (whole.IsEmpty && decimals.IsEmpty)
        {
            return "not a number";
        }

        Span<char> plain = stackalloc char[1 + MostWholeDigits + 1 + MostDecimals];
        if (CopyWhole(whole, plain, out var count) is { } why)
        {
            return why;
        }

        plain[count++] = '.';
        var end = count + MostDecimals;
        foreach (var c in decimals)
        {
            if (DecimalDigit.Of(c) is not (>= 0 and var digit))
            {
                return "not a number";
            }

            if (count < end)
            {
                plain[count++] = (char)('0' + digit);
            }
        }

        // The text is digits with a point, so it always reads.
        _ = double.TryParse(plain[..count], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
        return null;
    }

    private static string? CopyWhole(ReadOnlySpan<char> whole, Span<char> plain, out int count)
    {
        plain[0] = '0';
        count = 1;
        var grouped = whole.Contains(',');
        var tooLong = false;
        for (var i = 0; i < whole.Length; i++)
        {
            var beforeEnd = whole.Length - i;
            if (whole[i] == ',')
            {
                if (i == 0 || beforeEnd % 4 != 0)
                {
                    return "not a number";
                }
            }
            else if (DecimalDigit.Of(whole[i]) is not (>= 0 and var digit) || (grouped && beforeEnd % 4 == 0))
            {
                return "not a number";
            }
            else if (count > 1 || digit > 0)
            {
                tooLong |= count > MostWholeDigits;
                if (!tooLong)
                {
                    plain[count++] = (char)('0' + digit);
                }
            }
        }

        return tooLong ? "out of range" : null;
    }
}
