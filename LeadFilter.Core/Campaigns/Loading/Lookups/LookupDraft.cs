using LeadFilter.Core.Campaigns.Lookups;
using LeadFilter.Core.Files;

namespace LeadFilter.Core.Campaigns.Loading.Lookups;

/// <summary>A look-up of which only the facts are read: the campaign's fields must be known before the rest can be.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Node">Where it stands.</param>
/// <param name="Use">The ready-made look-up on which it is built; null for none.</param>
/// <param name="Facts">What it gives.</param>
internal sealed record LookupDraft(string Name, FileNode Node, string? Use, IReadOnlyList<LookupFact> Facts);
