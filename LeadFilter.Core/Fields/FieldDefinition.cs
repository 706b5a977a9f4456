namespace LeadFilter.Core.Fields;

/// <summary>A field that a campaign knows.</summary>
/// <param name="Name">The standard name, such as <c>phone_1</c>.</param>
/// <param name="Type">Its type.</param>
/// <param name="Description">What it holds, in a line.</param>
public sealed record FieldDefinition(string Name, FieldType Type, string Description)
{
    /// <summary>Whether the filter looks it up (a suppression list, a check by a third party); no vendor can send it.</summary>
    public bool IsLookedUp { get; init; }
}
