using LeadFilter.Core.Leads;

namespace LeadFilter.Pipeline.Outcomes;

/// <summary>What became of an outcome that was told.</summary>
/// <param name="Line">Where it stood, from 1.</param>
/// <param name="Verdict">Whether it counts.</param>
/// <param name="Lead">The lead; null if none was found.</param>
/// <param name="Refusal">Why it is not taken; null unless it is refused.</param>
public sealed record OutcomeResult(long Line, OutcomeVerdict Verdict, LeadId? Lead, OutcomeRefusal? Refusal);
