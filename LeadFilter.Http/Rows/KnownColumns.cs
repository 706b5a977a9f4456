using System.Collections.Frozen;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;

namespace LeadFilter.Http.Rows;

/// <summary>The names of columns that tell which standard field they hold.</summary>
internal static class KnownColumns
{
    private static readonly FrozenDictionary<string, FieldDefinition> Fields =
        StandardFields.All.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);

    /// <summary>Finds a standard field by its own name, without case.</summary>
    /// <param name="name">The name.</param>
    public static FieldDefinition? Standard(string name) => Fields.GetValueOrDefault(name.ToLowerInvariant());

    /// <summary>Finds the field of a column: its name without case and with each run of blanks and dashes as one <c>_</c>.</summary>
    /// <param name="column">The column's name as the file has it.</param>
    /// <returns>Null if the name tells nothing.</returns>
    public static FieldDefinition? Find(string column)
    {
        var words = column.ToLowerInvariant().Split([' ', '\t', '\u00A0', '-', '_'], StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join('_', words);
        return Fields.GetValueOrDefault(OtherNames.All.GetValueOrDefault(name, name));
    }
}
