using LeadFilter.Http.Rows;
using LeadFilter.Core.Fields;

namespace LeadFilter.Cli.Standardizing.Columns;

/// <summary>Tells which field a column holds: by what the command line says, else by its name.</summary>
/// <param name="mappings">What the command line says; of two about one column the last counts.</param>
/// <param name="locale">Where the values are from.</param>
internal sealed class ColumnMatcher(IReadOnlyList<ColumnMapping> mappings, Locale locale)
{
    /// <summary>Finds the field of a column.</summary>
    /// <param name="column">Its name as the file has it; blanks around it do not count.</param>
    /// <returns>Null if it must be left alone.</returns>
    public FieldDefinition? Find(string column)
    {
        var field = mappings.LastOrDefault(mapping => IsOf(mapping, column)) is { } said ? said.Field : KnownColumns.Find(column);
        return field is null ? null : field with { Type = field.Type.In(locale) };
    }

    /// <summary>A column that the command line names and the file does not have; null if there is none.</summary>
    /// <param name="columns">The file's columns.</param>
    public string? Unknown(IReadOnlyCollection<string> columns) =>
        mappings.FirstOrDefault(mapping => !columns.Any(column => IsOf(mapping, column)))?.Column;

    /// <summary>A column that the command line gives a field to and that was not standardised; null if there is none.</summary>
    /// <param name="standardized">The columns that were.</param>
    public string? Unseen(IReadOnlyCollection<string> standardized) =>
        new ColumnMatcher([.. mappings.Where(mapping => mapping.Field is not null)], locale).Unknown(standardized);

    private static bool IsOf(ColumnMapping mapping, string column) =>
        column.AsSpan().Trim().Equals(mapping.Column, StringComparison.OrdinalIgnoreCase);
}
