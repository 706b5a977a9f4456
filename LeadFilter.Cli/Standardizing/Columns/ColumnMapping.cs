using LeadFilter.Http.Rows;
using LeadFilter.Core.Fields;

namespace LeadFilter.Cli.Standardizing.Columns;

/// <summary>What the command line says about a column.</summary>
/// <param name="Column">The column's name, compared without case.</param>
/// <param name="Field">The field that it holds; null if it must be left alone.</param>
internal sealed record ColumnMapping(string Column, FieldDefinition? Field)
{
    /// <summary>Reads <c>COLUMN=FIELD</c>; <c>COLUMN=</c> leaves the column alone. The last <c>=</c> counts.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Null if it has another form, or names no standard field.</returns>
    public static ColumnMapping? Parse(string text)
    {
        var equals = text.LastIndexOf('=');
        if (equals < 1 || string.IsNullOrWhiteSpace(text[..equals]))
        {
            return null;
        }

        var column = text[..equals].Trim();
        var name = text[(equals + 1)..].Trim();
        return name is "" ? new(column, null) : KnownColumns.Standard(name) is { } field ? new(column, field) : null;
    }
}
