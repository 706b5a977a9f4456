namespace LeadFilter.Core.Suppression;

/// <summary>That a campaign asks a suppression list.</summary>
/// <param name="List">The list.</param>
/// <param name="By">For what of a lead; one match is enough.</param>
public sealed record SuppressionCheck(SuppressionListId List, IReadOnlyList<SuppressionSource> By)
{
    private const string FieldPrefix = "suppression.";

    /// <summary>The looked-up field that says whether the lead is on the list, such as <c>suppression.customers</c>.</summary>
    public string Field { get; } = FieldOf(List);

    /// <summary>Whether a field says whether the lead is on some list.</summary>
    /// <param name="field">The field's name.</param>
    public static bool IsField(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.StartsWith(FieldPrefix, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The looked-up field of a list.</summary>
    /// <param name="list">The list.</param>
    public static string FieldOf(SuppressionListId list) => FieldPrefix + list;
}
