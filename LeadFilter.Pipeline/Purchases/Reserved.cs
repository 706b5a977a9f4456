using LeadFilter.Core.Decisions;
using LeadFilter.Pipeline.Intake;

namespace LeadFilter.Pipeline.Purchases;

/// <summary>What came of taking a reservation.</summary>
/// <param name="Finding">The ground that holds because it was not free; null if it was. It rejects the lead or not.</param>
/// <param name="Holds">Whether the lead now holds anything that must be given back if it is not bought.</param>
public readonly record struct Reserved(Finding? Finding, bool Holds);
