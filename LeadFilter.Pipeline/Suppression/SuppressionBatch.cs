using LeadFilter.Core.Suppression;

namespace LeadFilter.Pipeline.Suppression;

/// <summary>Values to put on a list or to take off it. They may be personal data.</summary>
/// <param name="List">The list.</param>
/// <param name="Kind">What the values are.</param>
/// <param name="Form">How they came.</param>
/// <param name="Values">The values, each with its line for messages.</param>
public sealed record SuppressionBatch(
    SuppressionListId List, SuppressionKind Kind, SuppressionForm Form, IReadOnlyList<(long Line, string Value)> Values)
{
    /// <summary>From when on the entries no longer count; null for never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Not the values.</summary>
    public override string ToString() => $"({Values.Count} values for {List})";
}
