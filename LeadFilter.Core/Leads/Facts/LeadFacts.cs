using System.Diagnostics.CodeAnalysis;

namespace LeadFilter.Core.Leads.Facts;

/// <summary>The facts about a whole lead that every campaign knows.</summary>
public static class LeadFacts
{
    private static readonly Dictionary<string, LeadFact> ByName;

    static LeadFacts() => ByName = All.ToDictionary(fact => fact.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<LeadFact> All { get; } = [.. PlaceFacts.All, .. NameFacts.All, .. WholeNameFacts.All];

    /// <summary>Finds a fact.</summary>
    /// <param name="name">Its name, in any case.</param>
    /// <param name="fact">The fact.</param>
    public static bool TryFind(string name, [NotNullWhen(true)] out LeadFact? fact) => ByName.TryGetValue(name, out fact);
}
