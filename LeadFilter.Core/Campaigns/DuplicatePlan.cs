using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Campaigns;

/// <summary>How a campaign recognizes a person who was bought before.</summary>
/// <param name="By">The fields or parts that identify a person.</param>
/// <param name="MatchAll">Whether all of them must agree; else any one is enough.</param>
/// <param name="Window">How long a purchase counts.</param>
/// <param name="Scope">Whose purchases count.</param>
public sealed record DuplicatePlan(IReadOnlyList<FieldOperand> By, bool MatchAll, TimeSpan Window, DuplicateScope Scope);
