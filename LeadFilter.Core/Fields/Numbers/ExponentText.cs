using System.Globalization;

namespace LeadFilter.Core.Fields.Numbers;

/// <summary>Reads numbers with an exponent, as JSON writes them (RFC 8259, section 6): <c>1.5e2</c>, <c>-1.25E+7</c>.</summary>
internal static class ExponentText
{
    private const int MaxDecimals = 15;

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number; infinite if it is out of any range, and without decimal places behind the 15th.</param>
    /// <returns>False if the text is no number with an exponent.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out double number)
    {
        number = 0;
        var at = text.IndexOfAny('e', 'E');
        if (at < 1 || !IsMantissa(text[..at]) || !IsExponent(text[(at + 1)..]))
        {
            return false;
        }

        number = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? (double)Math.Round(exact, MaxDecimals, MidpointRounding.ToZero) + 0d
            : double.PositiveInfinity;
        return true;
    }

    private static bool IsMantissa(ReadOnlySpan<char> text)
    {
        text = text is ['-', ..] ? text[1..] : text;
        var dot = text.IndexOf('.');
        var whole = dot < 0 ? text : text[..dot];
        return IsDigits(whole) && (whole.Length == 1 || whole[0] != '0') && (dot < 0 || IsDigits(text[(dot + 1)..]));
    }

    private static bool IsExponent(ReadOnlySpan<char> text) => IsDigits(text is ['+' or '-', ..] ? text[1..] : text);

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
