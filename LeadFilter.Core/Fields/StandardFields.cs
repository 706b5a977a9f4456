using LeadFilter.Core.Fields.Texts;

namespace LeadFilter.Core.Fields;

/// <summary>The fields that every campaign knows.</summary>
public static class StandardFields
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<FieldDefinition> All { get; } = [new("email", StringType.Instance, "E-mail.")];
}
