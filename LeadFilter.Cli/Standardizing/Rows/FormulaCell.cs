using System.Buffers;
using System.Globalization;
using System.Text;

namespace LeadFilter.Cli.Standardizing.Rows;

/// <summary>
/// Cells of CSV that a spreadsheet would run as a formula (OWASP, "CSV Injection"): they begin with an equals sign, plus, minus
/// or at-sign, or with a full-width or small form of one, perhaps behind blanks and characters that nobody sees. Signed numbers
/// and telephone numbers are not formulas.
/// </summary>
internal static class FormulaCell
{
    /// <summary>What makes a spreadsheet take a cell for text.</summary>
    public const string Guard = "'";

    private static readonly SearchValues<byte> OfNumbers = SearchValues.Create("0123456789 ().,-%"u8);

    /// <summary>Whether a cell begins a formula.</summary>
    /// <param name="text">Its text, without the quotes around it.</param>
    public static bool Is(ReadOnlySpan<byte> text)
    {
        // Nearly all cells.
        if (text is [] || char.IsAsciiLetterOrDigit((char)text[0]))
        {
            return false;
        }

        while (Rune.DecodeFromUtf8(text, out var first, out var length) is OperationStatus.Done)
        {
            text = text[length..];
            if (!IsUnseen(first))
            {
                return first.Value switch
                {
                    '+' or '-' => text.TrimEnd(" \t\r\n"u8).ContainsAnyExcept(OfNumbers),
                    '=' or '@' or 0xFF1D or 0xFF20 or 0xFF0B or 0xFF0D or 0xFE66 or 0xFE6B or 0xFE62 or 0xFE63 => true,
                    _ => false,
                };
            }
        }

        return false;
    }

    /// <summary>Whether a cell begins a formula.</summary>
    /// <param name="text">Its text.</param>
    public static bool Is(string text) =>
        text.Length > 0 && !char.IsAsciiLetterOrDigit(text[0]) && Is(Encoding.UTF8.GetBytes(text));

    // The last ones are letters and signs by their category, and blank to the eye.
    private static bool IsUnseen(Rune one) =>
        Rune.IsWhiteSpace(one)
        || Rune.GetUnicodeCategory(one) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark
        || one.Value is 0x2800 or 0x3164 or 0x115F or 0x1160 or 0xFFA0;
}
