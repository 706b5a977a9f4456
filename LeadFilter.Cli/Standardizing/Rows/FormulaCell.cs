using System.Buffers;
using System.Text;

namespace LeadFilter.Cli.Standardizing.Rows;

/// <summary>
/// Cells of CSV that a spreadsheet would run as a formula (OWASP, "CSV Injection"): they begin with an equals sign, plus, minus, at-sign,
/// tab or carriage return, or with a full-width form of one. Signed numbers and telephone numbers are none.
/// </summary>
internal static class FormulaCell
{
    /// <summary>What makes a spreadsheet take a cell for text.</summary>
    public const string Guard = "'";

    private static readonly SearchValues<byte> OfNumbers = SearchValues.Create("0123456789 ().,-%"u8);

    /// <summary>Whether a cell begins a formula.</summary>
    /// <param name="text">Its text, without the quotes around it.</param>
    public static bool Is(ReadOnlySpan<byte> text) => text switch
    {
        [(byte)'=' or (byte)'@' or (byte)'\t' or (byte)'\r', ..] => true,
        [(byte)'+' or (byte)'-', .. var rest] => rest.ContainsAnyExcept(OfNumbers),
        [0xEF, 0xBC, ..] => text.StartsWith("\uFF1D"u8) || text.StartsWith("\uFF0B"u8) || text.StartsWith("\uFF0D"u8) || text.StartsWith("\uFF20"u8),
        _ => false,
    };

    /// <summary>Whether a cell begins a formula.</summary>
    /// <param name="text">Its text.</param>
    public static bool Is(string text) => text is [< 'A' or >= '\uFF00', ..] && Is(Encoding.UTF8.GetBytes(text));
}
