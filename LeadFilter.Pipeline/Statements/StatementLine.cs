using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;

namespace LeadFilter.Pipeline.Statements;

/// <summary>A lead on a statement.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="BoughtAt">When it was bought.</param>
/// <param name="Source">Where the vendor got it; null if that is not known, or the lead is no longer in the log.</param>
/// <param name="Price">What was paid.</param>
/// <param name="Return">What became of its return; null if it was not handed back.</param>
public sealed record StatementLine(LeadId Lead, DateTimeOffset BoughtAt, string? Source, Money Price, ReturnedLead? Return);
