using LeadFilter.Core.Leads;

namespace LeadFilter.Pipeline.Decisions;

/// <summary>A page of the log.</summary>
/// <param name="Records">The decisions, newest first.</param>
/// <param name="Next">The next page's <see cref="DecisionQuery.After"/>; null if there is none.</param>
public sealed record DecisionPage(IReadOnlyList<DecisionRecord> Records, LeadId? Next);
