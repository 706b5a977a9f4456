using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Fields.Texts;

namespace LeadFilter.Core.Fields;

/// <summary>All types.</summary>
public static class FieldTypes
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<FieldType> All { get; } = [StringType.Instance];

    /// <summary>Finds a type.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">The type.</param>
    public static bool TryFind(string name, [NotNullWhen(true)] out FieldType? type)
    {
        type = All.FirstOrDefault(known => known.Name == name);
        return type is not null;
    }
}
