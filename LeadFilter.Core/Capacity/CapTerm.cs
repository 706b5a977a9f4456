using LeadFilter.Core.Decisions;

namespace LeadFilter.Core.Capacity;

/// <summary>A cap under a contract.</summary>
/// <param name="Cap">The cap.</param>
/// <param name="WhenFull">What to add to the decision about a lead for which there is no place left.</param>
public sealed record CapTerm(Cap Cap, Finding WhenFull);
