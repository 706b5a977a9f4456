using LeadFilter.Core.Campaigns.Lookups;
using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Campaigns;

/// <summary>What a CRM's answer of status 2xx must say for the lead to count as taken.</summary>
/// <param name="Layout">The facts of an answer as fields.</param>
/// <param name="Facts">What is read of an answer.</param>
/// <param name="Holds">Whether an answer with these facts takes the lead.</param>
/// <param name="Retries">Whether a lead that is not taken is delivered again later; otherwise it becomes a dead letter.</param>
public sealed record AcceptancePlan(FieldLayout Layout, IReadOnlyList<LookupFact> Facts, Predicate<Lead> Holds, bool Retries);
