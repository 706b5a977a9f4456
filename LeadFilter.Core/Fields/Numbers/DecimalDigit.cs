using System.Globalization;

namespace LeadFilter.Core.Fields.Numbers;

/// <summary>Decimal digits of any script: <c>7</c>, full-width <c>７</c>, Arabic <c>٧</c>.</summary>
internal static class DecimalDigit
{
    /// <summary>The digit's value, 0 to 9; -1 if the character is no decimal digit.</summary>
    public static int Of(char c) =>
        char.IsAscii(c)
            ? char.IsAsciiDigit(c) ? c - '0' : -1
            : CharUnicodeInfo.GetDecimalDigitValue(c);
}
