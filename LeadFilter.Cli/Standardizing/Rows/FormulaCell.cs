using System.Buffers;
using System.Text;

namespace LeadFilter.Cli.Standardizing.Rows;

/// <summary>
/// Cells of CSV that a spreadsheet would run as a formula (OWASP, "CSV Injection"): they begin with an equals sign, plus, minus
/// or at-sign, or
/// with a full-width form of one, perhaps behind tabs and line breaks. Signed numbers and telephone numbers are none.
/// </summary>
internal static class FormulaCell
{
    /// <summary>What makes a spreadsheet take a cell for text.</summary>
    public const string Guard = "'";

    private static readonly SearchValues<byte> OfNumbers = SearchValues.Create("0123456789 ().,-%"u8);

    /// <summary>Whether a cell begins a formula.</summary>
    /// <param name="text">Its text, without the quotes around it.</param>
    public static bool Is(ReadOnlySpan<byte> text) => text.TrimStart("\t\r\n"u8) switch
    {
        [(byte)'=' or (byte)'@', ..] => true,
        [(byte)'+' or (byte)'-', .. var rest] => rest.ContainsAnyExcept(OfNumbers),
        [0xEF, 0xBC, 0x9D or 0x8B or 0x8D or 0xA0, ..] => true,
        _ => false,
    };

    /// <summary>Whether a cell begins a formula.</summary>
    /// <param name="text">Its text.</param>
    public static bool Is(string text) => text is [< 'A' or >= '\uFF00', ..] && Is(Encoding.UTF8.GetBytes(text));
}
