using System.Text;

namespace LeadFilter.Cli.Standardizing.Rows;

/// <summary>Texts as cells of CSV (RFC 4180) that a spreadsheet does not take for a formula.</summary>
internal static class CsvText
{
    /// <summary>The cell of a text; empty for null.</summary>
    /// <param name="text">The text.</param>
    public static string Cell(string? text)
    {
        if (text is null)
        {
            return "";
        }

        var safe = FormulaCell.Is(Encoding.UTF8.GetBytes(text)) ? FormulaCell.Guard + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
