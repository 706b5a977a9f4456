using LeadFilter.Core.Suppression;

namespace LeadFilter.Pipeline.Suppression;

/// <summary>How many entries a list has that have not expired.</summary>
/// <param name="List">The list.</param>
/// <param name="Entries">By kind; kinds without entries are left out.</param>
public sealed record SuppressionCount(SuppressionListId List, IReadOnlyDictionary<SuppressionKind, long> Entries)
{
    /// <summary>All of them.</summary>
    public long Total => Entries.Values.Sum();
}
