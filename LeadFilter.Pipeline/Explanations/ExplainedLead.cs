using LeadFilter.Core.Explanations;

namespace LeadFilter.Pipeline.Explanations;

/// <summary>What would become of a lead, and why; or why that cannot be said.</summary>
public sealed record ExplainedLead
{
    /// <summary>The explanation, which holds the lead's values; null if a fact is unknown.</summary>
    public Explanation? Explanation { get; init; }

    /// <summary>The names of the lead's fields that the campaign does not know.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>What is wrong with the facts; null if nothing is.</summary>
    public string? Problem { get; init; }
}
